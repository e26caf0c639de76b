import type { Activity, Attention } from "@chargehand/domain/vocabulary";
import { siteOf } from "../sites/site-of";
import { reasonsSql, runsSql } from "./attention-sql";
import { energyOf } from "./energy-sql";

/** One line of the sessions table. */
export interface SessionRow {
  id: number;
  /** The name by which the station knows it; a stop command needs it. */
  wireId: string | null;
  station: { id: number; identity: string; name: string | null; connected: boolean };
  site: { id: number; name: string; timeZone: string } | null;
  evse: number | null;
  connector: number | null;
  token: string | null;
  tokenKind: string | null;
  status: "open" | "ended";
  activity: Activity | null;
  provisional: boolean;
  orphan: boolean;
  startedAt: Date | null;
  endedAt: Date | null;
  receivedAt: Date;
  /** Delivered so far, or in all. */
  energyWh: number | null;
  powerW: number | null;
  stateOfChargeStart: number | null;
  stateOfCharge: number | null;
  /** When the meter last spoke. */
  meterAt: Date | null;
  stopReason: string | null;
  /** `person`: the station never said so, and somebody closed it. */
  endedBy: "station" | "assumed" | "person" | null;
  /** An orphan: the session whose end it is. Another: the orphan that is its end. */
  joinedTo: number | null;
  offline: boolean;
  attention: Attention[];
}

// OCPP 1.6 tells what goes on of the connector, never of the session.
const activitySql = `coalesce(x.activity, (SELECT max(c.activity) FROM connector c
  WHERE x.status = 'open' AND c.station_id = x.station_id AND c.evse = x.evse AND c.status = 'occupied'))`;

/** The columns of a row over session `x`, its station `s` and its `site`. */
export const sessionSelect = `SELECT x.id, x.wire_id AS "wireId", x.evse, x.connector, coalesce(x.given_token, x.token) AS token,
    x.token_kind AS "tokenKind", CASE WHEN ${runsSql} THEN 'open' ELSE 'ended' END AS status, ${activitySql} AS activity, x.provisional, x.orphan, x.started_at AS "startedAt", coalesce(x.ended_at, x.closed_at) AS "endedAt",
    x.received_at AS "receivedAt", ${energyOf("coalesce(x.meter_end_wh, joined.meter_end_wh)")} AS "energyWh",
    x.power_w AS "powerW", x.state_of_charge_start AS "stateOfChargeStart", x.state_of_charge AS "stateOfCharge",
    x.meter_at AS "meterAt", coalesce(x.stop_reason, joined.stop_reason) AS "stopReason",
    CASE WHEN x.ended_by = 'station' OR x.closed_at IS NULL THEN x.ended_by ELSE 'person' END AS "endedBy", x.offline, ${reasonsSql} AS attention,
    x.joined_to AS "joinedTo",
    s.id AS station_id, s.identity, s.name AS station_name, s.connected, s.site_id, site.name AS site_name, site.time_zone`;

export const sessionFrom = (sessions: string) =>
  `FROM ${sessions} JOIN station s ON s.id = x.station_id
   LEFT JOIN session joined ON joined.id = x.joined_to AND NOT x.orphan LEFT JOIN site ON site.id = s.site_id`;

export interface SessionSqlRow extends Omit<SessionRow, "station" | "site"> {
  station_id: number;
  identity: string;
  station_name: string | null;
  connected: boolean;
  site_id: number | null;
  site_name: string | null;
  time_zone: string | null;
}

export const toSessionRow = (row: SessionSqlRow): SessionRow => ({
  id: row.id,
  wireId: row.wireId,
  station: { id: row.station_id, identity: row.identity, name: row.station_name, connected: row.connected },
  site: siteOf(row),
  evse: row.evse,
  connector: row.connector,
  token: row.token,
  tokenKind: row.tokenKind,
  status: row.status,
  activity: row.activity,
  provisional: row.provisional,
  orphan: row.orphan,
  startedAt: row.startedAt,
  endedAt: row.endedAt,
  receivedAt: row.receivedAt,
  energyWh: row.energyWh,
  powerW: row.powerW,
  stateOfChargeStart: row.stateOfChargeStart,
  stateOfCharge: row.stateOfCharge,
  meterAt: row.meterAt,
  stopReason: row.stopReason,
  endedBy: row.endedBy,
  offline: row.offline,
  attention: row.attention,
  joinedTo: row.joinedTo,
});
