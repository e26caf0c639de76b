import type { Registration } from "@chargehand/domain/vocabulary";
import { type Capabilities, capabilitiesOf } from "../commands/support";
import type { Context } from "../context";
import { energySql } from "../sessions/energy-sql";
import { stationAddress } from "./address";
import { UnknownStation } from "./id-of";
import { connectorsSql, type StationRow, type StationSqlRow, stationColumns, toStationRow } from "./rows";

/** Everything a station's page shows but its lists. */
export interface StationDetail extends StationRow {
  registration: Registration;
  serialNumber: string | null;
  iccid: string | null;
  imsi: string | null;
  meterType: string | null;
  meterSerialNumber: string | null;
  bootReason: string | null;
  bootedAt: Date | null;
  createdAt: Date;
  /** Milliseconds the station's clock is ahead of ours. */
  clockSkewMs: number | null;
  securityProfile: number;
  passwordless: boolean;
  hasSecret: boolean;
  /** What to type into the charger. */
  address: string;
  /** The current connection, or the last one. */
  connection: LastConnection | null;
  /** The last ended session of each connector. */
  lastSessions: LastSession[];
  capabilities: Capabilities;
}

export interface LastConnection {
  remoteAddress: string;
  authenticated: string;
  openedAt: Date;
  closedAt: Date | null;
  closeCode: number | null;
  closeReason: string | null;
}

export interface LastSession {
  id: number;
  evse: number;
  connector: number | null;
  endedAt: Date;
  energyWh: number | null;
}

/** One station with all its page needs. */
export async function stationByIdentity(
  context: Pick<Context, "pool" | "gatewayUrl">,
  identity: string,
): Promise<StationDetail> {
  const row = await detailRow(context, identity);
  if (!row) throw new UnknownStation(identity);
  const lastSessions = await lastSessionsOf(context, row.id);
  return {
    ...toStationRow(row),
    registration: row.registration,
    serialNumber: row.serial_number,
    iccid: row.iccid,
    imsi: row.imsi,
    meterType: row.meter_type,
    meterSerialNumber: row.meter_serial_number,
    bootReason: row.boot_reason,
    bootedAt: row.booted_at,
    createdAt: row.created_at,
    clockSkewMs: row.clock_skew_ms,
    securityProfile: row.security_profile,
    passwordless: row.passwordless,
    hasSecret: row.has_secret,
    address: stationAddress(context.gatewayUrl, row.identity),
    connection:
      row.remote_address !== null && row.authenticated !== null && row.opened_at !== null
        ? {
            remoteAddress: row.remote_address,
            authenticated: row.authenticated,
            openedAt: row.opened_at,
            closedAt: row.closed_at,
            closeCode: row.close_code,
            closeReason: row.close_reason,
          }
        : null,
    lastSessions,
    capabilities: capabilitiesOf(row.version),
  };
}

interface DetailSqlRow extends StationSqlRow {
  registration: Registration;
  serial_number: string | null;
  iccid: string | null;
  imsi: string | null;
  meter_type: string | null;
  meter_serial_number: string | null;
  boot_reason: string | null;
  booted_at: Date | null;
  created_at: Date;
  clock_skew_ms: number | null;
  security_profile: number;
  passwordless: boolean;
  has_secret: boolean;
  remote_address: string | null;
  authenticated: string | null;
  opened_at: Date | null;
  closed_at: Date | null;
  close_code: number | null;
  close_reason: string | null;
}

async function detailRow({ pool }: Pick<Context, "pool">, identity: string) {
  const { rows } = await pool.query<DetailSqlRow>(
    `SELECT ${stationColumns}, ${connectorsSql} AS connectors,
       s.registration, s.serial_number, s.iccid, s.imsi, s.meter_type, s.meter_serial_number, s.boot_reason, s.booted_at,
       s.created_at, s.clock_skew_ms, s.security_profile, s.passwordless, s.secret_hash IS NOT NULL AS has_secret,
       link.remote_address, link.authenticated, link.opened_at, link.closed_at, link.close_code, link.close_reason
     FROM station s
     LEFT JOIN site ON site.id = s.site_id
     LEFT JOIN LATERAL (
       SELECT * FROM connection n WHERE n.station_id = s.id ORDER BY n.opened_at DESC LIMIT 1
     ) link ON TRUE
     WHERE s.identity = $1`,
    [identity],
  );
  return rows[0];
}

async function lastSessionsOf({ pool }: Pick<Context, "pool">, id: number): Promise<LastSession[]> {
  const { rows } = await pool.query<LastSession>(
    `SELECT x.id, c.evse, c.connector, x.ended_at AS "endedAt",
       ${energySql} AS "energyWh"
     FROM connector c, LATERAL (
       SELECT * FROM session x
       WHERE x.station_id = c.station_id AND x.status = 'ended' AND x.evse = c.evse
         AND coalesce(x.connector, c.connector) = c.connector AND x.ended_at IS NOT NULL
       ORDER BY x.received_at DESC LIMIT 1
     ) x
     WHERE c.station_id = $1 AND c.evse > 0 ORDER BY c.evse, c.connector`,
    [id],
  );
  return rows;
}
