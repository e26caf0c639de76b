import type { OcppVersion } from "@chargehand/domain/vocabulary";
import type { ConnectorState } from "../../features/connectors/connector-state";
import type { PendingStation } from "../../features/stations/pending-stations";
import { type CommandRow, listCommands } from "../commands/list";
import type { SignedIn } from "../context";
import { listSessions } from "../sessions/list";
import type { SessionRow } from "../sessions/rows";
import { listSites, type SiteRow } from "../sites/sites";
import { shownStateSql } from "../stations/shown-state";
import { waitingStations } from "../stations/waiting";
import { type CriticalEvents, criticalEvents, type OpenAlert, openAlerts } from "./alerts";
import { type RefusedCaller, refusedCallers } from "./refused";

/** How the whole network stands, and what in it waits for a person. */
export interface Overview {
  at: Date;
  counts: {
    connectors: number;
    states: Partial<Record<ConnectorState, number>>;
    stations: number;
    connected: number;
    /** Approved, and never heard of. */
    neverConnected: number;
    sites: number;
    openSessions: number;
    powerW: number;
  };
  faulted: Listed<FaultedConnector>;
  /** Where most of the faulted connectors stand. */
  worstSite: { name: string; faulted: number } | null;
  offline: Listed<OfflineStation>;
  alerts: OpenAlert[];
  security: CriticalEvents[];
  unproven: CommandRow[];
  attention: SessionRow[];
  /** The latest of those that run. */
  running: SessionRow[];
  waiting: PendingStation[];
  refused: RefusedCaller[];
  sites: SiteRow[];
}

/** The first of many, and how many there are. */
export interface Listed<Row> {
  total: number;
  rows: Row[];
}

export interface FaultedConnector {
  station: { id: number; identity: string; name: string | null };
  site: string | null;
  evse: number;
  connector: number;
  since: Date;
  errorCode: string | null;
  errorInfo: string | null;
  vendorErrorCode: string | null;
}

export interface OfflineStation {
  id: number;
  identity: string;
  name: string | null;
  site: string | null;
  version: OcppVersion | null;
  since: Date;
  lastSeenAt: Date | null;
  closeReason: string | null;
}

/** The overview in one call. */
export async function overview(context: Pick<SignedIn, "pool" | "clock" | "person">): Promise<Overview> {
  const [counts, faulted, worstSite, offline, alerts, security, unproven, attention, running, waiting, refused, sites] =
    await Promise.all([
      countEverything(context),
      faultedConnectors(context),
      siteWithMostFaults(context),
      offlineStations(context),
      openAlerts(context),
      criticalEvents(context),
      listCommands(context, { only: "unproven", mine: false, limit: 20 }),
      listSessions(context, { only: "attention", limit: 20 }),
      listSessions(context, { only: "open", limit: 8 }),
      waitingStations(context),
      refusedCallers(context),
      listSites(context),
    ]);
  return {
    at: context.clock(),
    counts: { ...counts, sites: sites.length },
    faulted,
    worstSite,
    offline,
    alerts,
    security,
    unproven: unproven.rows,
    attention: attention.rows,
    running: running.rows,
    waiting,
    refused,
    sites,
  };
}

async function countEverything({ pool }: Pick<SignedIn, "pool">): Promise<Omit<Overview["counts"], "sites">> {
  const { rows } = await pool.query<{ counts: Omit<Overview["counts"], "sites"> }>(
    `WITH states AS (
       SELECT ${shownStateSql} AS state, count(*)::int AS count
       FROM connector c JOIN station s ON s.id = c.station_id
       WHERE s.approval = 'approved' AND c.evse > 0 GROUP BY 1
     ), stations AS (
       SELECT count(*) AS stations, count(*) FILTER (WHERE connected) AS connected,
         count(*) FILTER (WHERE connected_at IS NULL) AS never
       FROM station WHERE approval = 'approved'
     ), running AS (
       SELECT count(*) AS open, coalesce(sum(power_w), 0) AS power FROM session WHERE status = 'open'
     )
     SELECT jsonb_build_object(
       'connectors', (SELECT coalesce(sum(count), 0) FROM states),
       'states', (SELECT coalesce(jsonb_object_agg(state, count), '{}') FROM states),
       'stations', stations.stations, 'connected', stations.connected, 'neverConnected', stations.never,
       'openSessions', running.open, 'powerW', running.power
     ) AS counts FROM stations, running`,
  );
  const counts = rows[0]?.counts;
  if (!counts) throw new Error("the count of everything came back empty");
  return counts;
}

async function faultedConnectors({ pool }: Pick<SignedIn, "pool">): Promise<Listed<FaultedConnector>> {
  const { rows } = await pool.query<
    Omit<FaultedConnector, "station"> & { id: number; identity: string; name: string | null; total: number }
  >(
    `SELECT s.id, s.identity, s.name, site.name AS site, c.evse, c.connector, coalesce(c.at, c.received_at) AS since,
       c.error_code AS "errorCode", c.error_info AS "errorInfo", c.vendor_error_code AS "vendorErrorCode",
       (count(*) OVER ())::int AS total
     FROM connector c JOIN station s ON s.id = c.station_id LEFT JOIN site ON site.id = s.site_id
     WHERE c.status = 'faulted' AND s.connected AND s.approval = 'approved'
     ORDER BY c.received_at DESC LIMIT 50`,
  );
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ id, identity, name, total: _total, ...rest }) => ({ station: { id, identity, name }, ...rest })),
  };
}

async function siteWithMostFaults({ pool }: Pick<SignedIn, "pool">): Promise<Overview["worstSite"]> {
  const { rows } = await pool.query<{ name: string; faulted: number }>(
    `SELECT site.name, count(*)::int AS faulted
     FROM connector c JOIN station s ON s.id = c.station_id JOIN site ON site.id = s.site_id
     WHERE c.status = 'faulted' AND s.connected AND s.approval = 'approved' AND c.evse > 0
     GROUP BY site.id ORDER BY faulted DESC, site.name LIMIT 1`,
  );
  return rows[0] ?? null;
}

async function offlineStations({ pool }: Pick<SignedIn, "pool">): Promise<Listed<OfflineStation>> {
  const { rows } = await pool.query<OfflineStation & { total: number }>(
    `SELECT s.id, s.identity, s.name, site.name AS site, s.version, s.last_seen_at AS "lastSeenAt",
       coalesce(s.disconnected_at, s.last_seen_at, s.connected_at) AS since, link.close_reason AS "closeReason",
       (count(*) OVER ())::int AS total
     FROM station s LEFT JOIN site ON site.id = s.site_id
     LEFT JOIN LATERAL (
       SELECT close_reason FROM connection n WHERE n.station_id = s.id ORDER BY n.opened_at DESC LIMIT 1
     ) link ON TRUE
     WHERE s.approval = 'approved' AND NOT s.connected AND s.connected_at IS NOT NULL
     ORDER BY since DESC LIMIT 50`,
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) };
}
