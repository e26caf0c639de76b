import type { ConnectorStatus, OcppVersion, Registration } from "@chargehand/domain/vocabulary";
import type { CommissioningFacts } from "../../features/commissioning/checklist";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { energySql } from "../sessions/energy-sql";
import { stationAddress } from "./address";
import { type RefusalSqlRow, refusalColumns, toRefusalRow } from "./connections";

/** Everything that shows how far a station is on its way into service. */
export async function commissioningOf(
  { pool, gatewayUrl, clock }: Pick<Context, "pool" | "gatewayUrl" | "clock">,
  station: number,
): Promise<CommissioningFacts> {
  const { rows } = await pool.query<FactsSqlRow>(factsSql, [station, clock()]);
  const [row] = rows;
  if (!row) throw new NotFound(`There is no station number ${station}.`);
  const { connection, session, refusals, strangers } = row;
  return {
    id: row.id,
    identity: row.identity,
    address: stationAddress(gatewayUrl, row.identity),
    addedAt: row.created_at,
    connected: row.connected,
    passwordless: row.passwordless,
    version: row.version,
    connection: connection && { ...connection, openedAt: new Date(connection.openedAt) },
    refusals: refusals.map(ofJson),
    strangers: strangers.map(ofJson),
    registration: row.registration,
    bootedAt: row.booted_at,
    vendor: row.vendor,
    model: row.model,
    clockSkewMs: row.clock_skew_ms,
    connectors: row.connectors,
    firstStatusAt: row.first_status,
    session: session && { ...session, startedAt: new Date(session.startedAt) },
  };
}

/** Rows that were put into JSON have their times as text. */
const ofJson = (row: RefusalSqlRow) => toRefusalRow({ ...row, at: new Date(row.at) });

interface FactsSqlRow {
  id: number;
  identity: string;
  created_at: Date;
  connected: boolean;
  passwordless: boolean;
  version: OcppVersion | null;
  registration: Registration;
  booted_at: Date | null;
  vendor: string | null;
  model: string | null;
  clock_skew_ms: number | null;
  connection: { openedAt: string; remoteAddress: string; authenticated: string } | null;
  refusals: RefusalSqlRow[];
  strangers: RefusalSqlRow[];
  connectors: { evse: number; connector: number; status: ConnectorStatus; errorCode: string | null }[];
  first_status: Date | null;
  session: { id: number; startedAt: string; open: boolean; energyWh: number | null; powerW: number | null } | null;
}

// Refused tries are few and have an index by name and time; those that name nobody are looked for in the last hour only.
const factsSql = `
  SELECT s.id, s.identity, s.created_at, s.connected, s.passwordless, s.version, s.registration, s.booted_at, s.vendor, s.model,
    s.clock_skew_ms,
    (SELECT jsonb_build_object('openedAt', n.opened_at, 'remoteAddress', n.remote_address,
        'authenticated', n.authenticated)
      FROM connection n WHERE n.station_id = s.id ORDER BY n.opened_at DESC LIMIT 1) AS connection,
    coalesce((SELECT jsonb_agg(r) FROM (SELECT ${refusalColumns} FROM refusal
      WHERE identity = s.identity AND at >= s.created_at ORDER BY at DESC LIMIT 20) r), '[]') AS refusals,
    coalesce((SELECT jsonb_agg(r) FROM (SELECT ${refusalColumns} FROM refusal
      WHERE at >= greatest(s.created_at, $2::timestamptz - interval '1 hour')
        AND (identity IS NULL OR NOT EXISTS (SELECT FROM station o WHERE o.identity = refusal.identity))
      ORDER BY at DESC LIMIT 5) r), '[]') AS strangers,
    told.connectors, told.first_status,
    (SELECT jsonb_build_object('id', x.id, 'startedAt', coalesce(x.started_at, x.received_at),
        'open', x.status = 'open', 'energyWh', ${energySql}, 'powerW', x.power_w)
      FROM session x WHERE x.station_id = s.id AND x.received_at >= s.created_at
      ORDER BY x.received_at DESC LIMIT 1) AS session
  FROM station s, LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('evse', c.evse, 'connector', c.connector, 'status', c.status,
        'errorCode', c.error_code) ORDER BY c.evse, c.connector), '[]') AS connectors,
      min(c.received_at) AS first_status
    FROM connector c WHERE c.station_id = s.id AND c.evse > 0
  ) told
  WHERE s.id = $1`;
