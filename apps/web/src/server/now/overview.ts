import type { ConnectorState } from "../../features/connectors/connector-state";
import type { PendingStation } from "../../features/stations/pending-stations";
import { type CommandRow, listCommands } from "../commands/list";
import type { SignedIn } from "../context";
import { type IssueRow, listIssues } from "../issues/list";
import { listSessions } from "../sessions/list";
import type { SessionRow } from "../sessions/rows";
import { listSites, type SiteRow } from "../sites/sites";
import { shownStateSql } from "../stations/shown-state";
import { waitingStations } from "../stations/waiting";
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
  /** Where most of the faulted connectors stand. */
  worstSite: { name: string; faulted: number } | null;
  /** What is wrong and not muted, the most urgent first; commands without proof stand by themselves. */
  issues: IssueRow[];
  unproven: CommandRow[];
  /** The latest of those that run. */
  running: SessionRow[];
  waiting: PendingStation[];
  refused: RefusedCaller[];
  sites: SiteRow[];
}

/** The overview in one call. */
export async function overview(context: Pick<SignedIn, "pool" | "clock" | "person">): Promise<Overview> {
  const [counts, worstSite, issues, unproven, running, waiting, refused, sites] = await Promise.all([
    countEverything(context),
    siteWithMostFaults(context),
    listIssues(context, { view: "open", limit: 100 }),
    listCommands(context, { only: "unproven", mine: false, limit: 20 }),
    listSessions(context, { only: "open", limit: 8 }),
    waitingStations(context),
    refusedCallers(context),
    listSites(context),
  ]);
  return {
    at: context.clock(),
    counts: { ...counts, sites: sites.length },
    worstSite,
    issues: issues.rows.filter(({ kind }) => kind !== "unproven").slice(0, 50),
    unproven: unproven.rows,
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

async function siteWithMostFaults({ pool }: Pick<SignedIn, "pool">): Promise<Overview["worstSite"]> {
  const { rows } = await pool.query<{ name: string; faulted: number }>(
    `SELECT site.name, count(*)::int AS faulted
     FROM connector c JOIN station s ON s.id = c.station_id JOIN site ON site.id = s.site_id
     WHERE c.status = 'faulted' AND s.connected AND s.approval = 'approved' AND c.evse > 0
     GROUP BY site.id ORDER BY faulted DESC, site.name LIMIT 1`,
  );
  return rows[0] ?? null;
}
