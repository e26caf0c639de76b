import type { Activity, Approval, ConnectorStatus, OcppVersion } from "@chargehand/domain/vocabulary";
import { energySql } from "../sessions/energy-sql";
import { siteOf } from "../sites/site-of";

/** One line of the stations table. */
export interface StationRow {
  id: number;
  identity: string;
  name: string | null;
  site: { id: number; name: string; timeZone: string } | null;
  approval: Approval;
  version: OcppVersion | null;
  vendor: string | null;
  model: string | null;
  firmwareVersion: string | null;
  tags: string[];
  connected: boolean;
  connectedAt: Date | null;
  disconnectedAt: Date | null;
  lastSeenAt: Date | null;
  heartbeatSeconds: number;
  connectors: ConnectorRow[];
  /** The sum over running sessions; null when none runs. */
  powerW: number | null;
}

/** A connector as last heard of. Evse 0 is the station itself. */
export interface ConnectorRow {
  evse: number;
  connector: number;
  status: ConnectorStatus;
  activity: Activity | null;
  /** By the station's clock where it said a time, else when we heard of it. */
  since: Date;
  receivedAt: Date;
  errorCode: string | null;
  errorInfo: string | null;
  vendorErrorCode: string | null;
  session: RunningSession | null;
}

/** What runs at a connector now. */
export interface RunningSession {
  id: number;
  startedAt: Date | null;
  powerW: number | null;
  /** Delivered so far. */
  energyWh: number | null;
  stateOfCharge: number | null;
  meterAt: Date | null;
}

/** The columns of a row over station `s`, its `site`, in the order and under the names that `toStationRow` reads. */
export const stationColumns = `s.id, s.identity, s.name, s.site_id, site.name AS site_name, site.time_zone, s.approval, s.version,
  s.vendor, s.model, s.firmware_version, s.tags, s.connected, s.connected_at, s.disconnected_at, s.last_seen_at,
  s.heartbeat_seconds`;

/** Connectors of station `s` with what runs at them, as one JSON value. */
export const connectorsSql = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'evse', c.evse, 'connector', c.connector, 'status', c.status, 'activity', c.activity,
    'since', coalesce(c.at, c.received_at), 'receivedAt', c.received_at,
    'errorCode', c.error_code, 'errorInfo', c.error_info, 'vendorErrorCode', c.vendor_error_code,
    'session', CASE WHEN x.id IS NOT NULL THEN jsonb_build_object(
      'id', x.id, 'startedAt', x.started_at, 'powerW', x.power_w, 'energyWh', ${energySql},
      'stateOfCharge', x.state_of_charge, 'meterAt', x.meter_at) END
  ) ORDER BY c.evse, c.connector), '[]')
  FROM connector c
  LEFT JOIN LATERAL (
    SELECT * FROM session x
    WHERE x.station_id = c.station_id AND x.status = 'open' AND x.evse = c.evse AND coalesce(x.connector, c.connector) = c.connector
    ORDER BY x.received_at DESC LIMIT 1
  ) x ON TRUE
  WHERE c.station_id = s.id
)`;

export interface StationSqlRow {
  id: number;
  identity: string;
  name: string | null;
  site_id: number | null;
  site_name: string | null;
  time_zone: string | null;
  approval: Approval;
  version: OcppVersion | null;
  vendor: string | null;
  model: string | null;
  firmware_version: string | null;
  tags: string[];
  connected: boolean;
  connected_at: Date | null;
  disconnected_at: Date | null;
  last_seen_at: Date | null;
  heartbeat_seconds: number;
  connectors: InJson<ConnectorRow>[];
}

/** JSON knows no dates: they come as text. */
type InJson<T> = {
  [K in keyof T]: T[K] extends Date | null
    ? string | Extract<T[K], null>
    : T[K] extends object | null
      ? InJson<T[K]>
      : T[K];
};

export function toStationRow(row: StationSqlRow): StationRow {
  const connectors = row.connectors.map(toConnectorRow);
  const powers = connectors.flatMap(({ session }) => (session?.powerW == null ? [] : [session.powerW]));
  return {
    id: row.id,
    identity: row.identity,
    name: row.name,
    site: siteOf(row),
    approval: row.approval,
    version: row.version,
    vendor: row.vendor,
    model: row.model,
    firmwareVersion: row.firmware_version,
    tags: row.tags,
    connected: row.connected,
    connectedAt: row.connected_at,
    disconnectedAt: row.disconnected_at,
    lastSeenAt: row.last_seen_at,
    heartbeatSeconds: row.heartbeat_seconds,
    connectors,
    powerW: powers.length > 0 ? powers.reduce((sum, power) => sum + power, 0) : null,
  };
}

const toConnectorRow = ({ since, receivedAt, session, ...rest }: InJson<ConnectorRow>): ConnectorRow => ({
  ...rest,
  since: new Date(since),
  receivedAt: new Date(receivedAt),
  session: session && { ...session, startedAt: dateOf(session.startedAt), meterAt: dateOf(session.meterAt) },
});

const dateOf = (text: string | null) => (text === null ? null : new Date(text));
