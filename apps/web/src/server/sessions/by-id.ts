import { missingSequences, parseSequenceSet } from "@chargehand/domain/sequence-set";
import type { SessionLimit } from "@chargehand/domain/sessions/limit";
import { sessionCost } from "@chargehand/domain/sessions/session-cost";
import type { Cost } from "@chargehand/domain/tariffs/cost";
import type { SessionTariff, StationCost } from "@chargehand/domain/tariffs/tariff";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { type Around, aroundTheEnd } from "./around";
import { type SessionRow, type SessionSqlRow, sessionFrom, sessionSelect, toSessionRow } from "./rows";

/** A session with the facts that explain it; the console makes the sentence. What is not known is null, never a guess. */
export interface SessionDetail extends SessionRow {
  group: string | null;
  authorization: string | null;
  meterStartWh: number | null;
  meterEndWh: number | null;
  reservationId: number | null;
  /** The version its station speaks. */
  version: OcppVersion | null;
  /** By which it is counted now. */
  tariff: SessionTariff | null;
  cost: Cost | null;
  /** What the station counted by itself. */
  stationCost: StationCost | null;
  /** The name of the tariff by which it counted. */
  stationTariff: string | null;
  limit: SessionLimit | null;
  meterWh: number | null;
  peakPowerW: number | null;
  /** When the station's word of the end reached us; late means that it was offline. */
  endReceivedAt: Date | null;
  /** Our command that started or stopped it. */
  startedByCommand: Asked | null;
  stoppedByCommand: Asked | null;
  /** Sequence numbers that never arrived. */
  missing: (readonly [first: number, last: number])[];
  around: Around;
}

export interface Asked {
  id: number;
  by: string | null;
  at: Date;
  /** What the person said about it. */
  reason: string | null;
}

/** One session and what explains it. */
export async function sessionById({ pool }: Pick<Context, "pool">, id: number): Promise<SessionDetail> {
  const { rows } = await pool.query<DetailSqlRow>(
    `${sessionSelect}, x."group", x."authorization", x.meter_start_wh, x.meter_end_wh, x.reservation_id, s.version, x.tariff, x.station_cost, x.station_tariff, x.limits, x.meter_wh, x.meter_at, x.seen, x.end_sequence,
       x.end_received_at, peak.peak_power_w, began.asked AS began, stopped.asked AS stopped
     ${sessionFrom("session x")}
     LEFT JOIN LATERAL (
       SELECT max(p.power_w) AS peak_power_w FROM journal.sample p WHERE p.session_id = x.id
     ) peak ON TRUE
     LEFT JOIN LATERAL (
       SELECT ${asked} FROM command m LEFT JOIN "user" u ON u.id = m.requested_by WHERE m.id = x.remote_start_id
     ) began ON TRUE
     LEFT JOIN LATERAL (
       SELECT ${asked} FROM command m LEFT JOIN "user" u ON u.id = m.requested_by
       WHERE m.station_id = x.station_id AND m.type = 'stop' AND m.command->>'session' = x.wire_id AND m.sent_at IS NOT NULL
         -- One sent after the end did not cause it; a minute allows for the station's clock.
         AND m.sent_at < coalesce(x.end_received_at, 'infinity') AND m.sent_at < coalesce(x.ended_at + interval '1 minute', 'infinity')
       ORDER BY m.id LIMIT 1
     ) stopped ON TRUE
     WHERE x.id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new NotFound(`There is no session number ${id}.`);
  return {
    ...toSessionRow(row),
    group: row.group,
    authorization: row.authorization,
    meterStartWh: row.meter_start_wh,
    meterEndWh: row.meter_end_wh,
    reservationId: row.reservation_id,
    version: row.version,
    tariff: row.tariff,
    cost: costOfRow(row),
    stationCost: row.station_cost,
    stationTariff: row.station_tariff,
    limit: row.limits,
    meterWh: row.meter_wh,
    peakPowerW: row.peak_power_w,
    endReceivedAt: row.end_received_at,
    startedByCommand: toAsked(row.began),
    stoppedByCommand: toAsked(row.stopped),
    missing: [...missingSequences(parseSequenceSet(row.seen), row.end_sequence ?? undefined)],
    around: await aroundTheEnd({ pool }, row),
  };
}

const asked = `jsonb_build_object('id', m.id, 'by', coalesce(u.name, m.requested_by), 'at', coalesce(m.sent_at, m.created_at), 'reason', m.reason) AS asked`;

interface DetailSqlRow extends SessionSqlRow {
  group: string | null;
  authorization: string | null;
  meter_start_wh: number | null;
  meter_end_wh: number | null;
  reservation_id: number | null;
  version: OcppVersion | null;
  tariff: SessionTariff | null;
  station_cost: StationCost | null;
  station_tariff: string | null;
  limits: SessionLimit | null;
  meter_wh: number | null;
  meter_at: Date | null;
  seen: string;
  end_sequence: number | null;
  end_received_at: Date | null;
  peak_power_w: number | null;
  began: AskedJson | null;
  stopped: AskedJson | null;
}

/** So far, up to its last reading; or in the end. */
const costOfRow = (row: DetailSqlRow): Cost | null =>
  sessionCost({
    tariff: row.tariff ?? undefined,
    startedAt: row.startedAt ?? undefined,
    endedAt: row.endedAt ?? undefined,
    meterAt: row.meter_at ?? undefined,
    meterStartWh: row.meter_start_wh ?? undefined,
    meterWh: row.meter_wh ?? undefined,
    meterEndWh: row.meter_end_wh ?? undefined,
  }) ?? null;

interface AskedJson {
  id: number;
  by: string | null;
  at: string;
  reason: string | null;
}

const toAsked = (json: AskedJson | null): Asked | null => json && { ...json, at: new Date(json.at) };
