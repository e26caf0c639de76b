import type { Queryable } from "@chargehand/db/pool";
import type { Book } from "@chargehand/domain/issues/book";
import { type Child, sameAgainMs } from "@chargehand/domain/issues/issue";
import type { Signal, Silence } from "@chargehand/domain/issues/signal";
import { type ChildSqlRow, type IssueSqlRow, issueColumns, toChild, toIssue } from "./rows";

/** Everything that is needed to decide about some signals, and about what is due by `to`. Its issues stay locked. */
export async function loadBook(db: Queryable, signals: readonly Signal[], to: Date): Promise<Book> {
  const named = [...new Set(signals.map((signal) => ("symptom" in signal ? signal.symptom : signal).station))];
  const silences = await loadSilences(db, named, to);
  const stations = [...new Set([...named, ...silences.map(({ station }) => station)])];
  const sites = await countSites(db, stations);
  return { silences, sites, issues: await loadIssues(db, { stations, sites: [...sites.keys()], to }) };
}

/** Whether time alone changes anything by now. */
export async function isAnythingDue(db: Queryable, now: Date): Promise<boolean> {
  const { rows } = await db.query<{ due: boolean }>(
    `SELECT EXISTS (SELECT FROM silence WHERE raised IS NULL AND (due_at <= $1 OR ${freshSql}))
       OR EXISTS (SELECT FROM issue WHERE watch_until <= $1) OR EXISTS (SELECT FROM issue WHERE muted_until <= $1) AS due`,
    [now],
  );
  return rows[0]?.due ?? false;
}

/** Those who fell silent just now may be most of their site. */
const freshSql = "since BETWEEN $1::timestamptz - interval '90 seconds' AND $1::timestamptz - interval '20 seconds'";

async function loadSilences(db: Queryable, stations: readonly number[], to: Date): Promise<Silence[]> {
  const { rows } = await db.query<{
    station_id: number;
    site_id: number | null;
    since: Date;
    due_at: Date;
    by_us: boolean;
    close_reason: string | null;
    raised: "station" | "site" | null;
  }>(
    `WITH meant AS (
       SELECT station_id, site_id FROM silence WHERE station_id = ANY ($2::int[])
       UNION SELECT station_id, site_id FROM silence WHERE raised IS NULL AND (due_at <= $1 OR ${freshSql})
     ), sites AS (
       SELECT site_id FROM meant WHERE site_id IS NOT NULL
       UNION SELECT site_id FROM station WHERE id = ANY ($2::int[]) AND site_id IS NOT NULL
     )
     SELECT station_id, site_id, since, due_at, by_us, close_reason, raised FROM silence
     WHERE station_id IN (SELECT station_id FROM meant) OR site_id IN (SELECT site_id FROM sites)`,
    [to, stations],
  );
  return rows.map((row) => ({
    station: row.station_id,
    site: row.site_id ?? undefined,
    since: row.since,
    dueAt: row.due_at,
    byUs: row.by_us,
    closeReason: row.close_reason ?? undefined,
    raised: row.raised ?? undefined,
  }));
}

async function countSites(db: Queryable, stations: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await db.query<{ site_id: number; stations: number }>(
    `SELECT site_id, count(*)::int AS stations FROM station
     WHERE approval = 'approved' AND connected_at IS NOT NULL
       AND site_id IN (SELECT site_id FROM station WHERE id = ANY ($1::int[]))
     GROUP BY site_id`,
    [stations],
  );
  return new Map(rows.map(({ site_id, stations }) => [site_id, stations]));
}

async function loadIssues(
  db: Queryable,
  { stations, sites, to }: { stations: readonly number[]; sites: readonly number[]; to: Date },
) {
  const { rows } = await db.query<IssueSqlRow>(
    `SELECT ${issueColumns} FROM issue i
     WHERE i.watch_until <= $3 OR i.muted_until <= $3
       OR (i.state <> 'resolved' OR i.resolved_at > $4) AND (
         i.site_id = ANY ($2::int[]) OR i.id IN (SELECT issue_id FROM issue_child WHERE station_id = ANY ($1::int[])))
     ORDER BY i.id FOR UPDATE`,
    [stations, sites, to, new Date(to.getTime() - sameAgainMs)],
  );
  const children = await loadChildren(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toIssue(row, children.get(row.id) ?? []));
}

/** The children of issues. */
export async function loadChildren(db: Queryable, issues: readonly number[]): Promise<Map<number, Child[]>> {
  const { rows } = await db.query<ChildSqlRow>(
    `SELECT issue_id, station_id, key, facts, since, cleared_at, times FROM issue_child
     WHERE issue_id = ANY ($1::int[]) ORDER BY issue_id, since, station_id, key`,
    [issues],
  );
  const children = new Map<number, Child[]>();
  for (const row of rows) {
    const others = children.get(row.issue_id);
    if (others) others.push(toChild(row));
    else children.set(row.issue_id, [toChild(row)]);
  }
  return children;
}
