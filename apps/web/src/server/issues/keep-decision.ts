import { insertEvents } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import type { Book, IssueDecision, IssueNews } from "@chargehand/domain/issues/book";
import { activeChildren, type Child, type Issue } from "@chargehand/domain/issues/issue";
import { eventOf } from "./issue-events";
import { rankOf } from "./rows";

/** An issue that was opened, or opened again. */
export interface Opened {
  issue: Issue;
}

/** Writes down what was decided, with the events that tell of it. Returns what was opened. */
export async function keepDecision(db: Queryable, before: Book, decision: IssueDecision): Promise<Opened[]> {
  const numbers = await numbersFor(db, decision);
  const numbered = (id: number) => numbers.get(id) ?? id;
  const issues = decision.issues.map((issue) => ({ ...issue, id: numbered(issue.id) }));
  const known = new Set<Child>(before.issues.flatMap(({ children }) => children));

  await keepIssues(db, issues, known);
  await keepSilences(db, decision);
  await keepEntries(
    db,
    decision.entries.map(({ issue, at, type, count }) => ({ issue: numbered(issue), at, type, data: { count } })),
  );
  const news = decision.news.map(({ issue, what }) => ({ issue: numbered(issue), what }));
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  await insertEvents(
    db,
    news.flatMap((one) => eventsOf(one, byId.get(one.issue))),
  );
  return news.flatMap(({ issue, what }) => {
    const opened = what === "opened" || what === "reopened" ? byId.get(issue) : undefined;
    return opened ? [{ issue: opened }] : [];
  });
}

function eventsOf({ what }: IssueNews, issue: Issue | undefined) {
  if (!issue) return [];
  if (what === "changed") return [eventOf(issue, { type: "issue.changed" })];
  if (what === "resolved") return [eventOf(issue, { type: "issue.resolved" })];
  return [eventOf(issue, { type: "issue.opened", again: what === "reopened" })];
}

/** New issues get their numbers in the order in which they were opened. */
async function numbersFor(db: Queryable, { issues }: IssueDecision): Promise<Map<number, number>> {
  const drafts = issues.filter(({ id }) => id < 0).map(({ id }) => id);
  if (drafts.length === 0) return new Map();
  const { rows } = await db.query<{ id: number }>(
    "SELECT nextval('issue_id_seq')::int AS id FROM generate_series(1, $1)",
    [drafts.length],
  );
  return new Map(
    drafts
      .toSorted((a, b) => b - a)
      .flatMap((draft, index) => {
        const row = rows[index];
        return row ? [[draft, row.id]] : [];
      }),
  );
}

/** Writes issues whole, and those of their children that are not known to be as they were. */
export async function keepIssues(db: Queryable, issues: readonly Issue[], known: ReadonlySet<Child> = new Set()) {
  if (issues.length === 0) return;
  await db.query(
    `INSERT INTO issue (id, key, kind, station_id, site_id, severity, state, owner_id, muted_until, opened_at, openings,
       watch_until, resolved_at, resolved_by, about, active, children)
     SELECT u.* FROM jsonb_to_recordset($1::jsonb) AS u(id int, key text, kind text, station_id int, site_id int,
       severity smallint, state text, owner_id text, muted_until timestamptz, opened_at timestamptz, openings int,
       watch_until timestamptz, resolved_at timestamptz, resolved_by text, about jsonb, active int, children int)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, owner_id = excluded.owner_id,
       muted_until = excluded.muted_until, opened_at = excluded.opened_at, openings = excluded.openings,
       watch_until = excluded.watch_until, resolved_at = excluded.resolved_at, resolved_by = excluded.resolved_by,
       active = excluded.active, children = excluded.children`,
    [JSON.stringify(issues.map(toRow))],
  );
  const children = issues.flatMap((issue) =>
    issue.children
      .filter((child) => !known.has(child))
      .map(({ station, key, facts, since, clearedAt, times }) => ({
        issue_id: issue.id,
        station_id: station,
        key,
        facts,
        since,
        cleared_at: clearedAt,
        times,
      })),
  );
  if (children.length === 0) return;
  await db.query(
    `INSERT INTO issue_child (issue_id, station_id, key, facts, since, cleared_at, times)
     SELECT u.* FROM jsonb_to_recordset($1::jsonb) AS u(issue_id int, station_id int, key text, facts jsonb,
       since timestamptz, cleared_at timestamptz, times int)
     ON CONFLICT (issue_id, station_id, key) DO UPDATE SET facts = excluded.facts, since = excluded.since,
       cleared_at = excluded.cleared_at, times = excluded.times`,
    [JSON.stringify(children)],
  );
}

const toRow = (issue: Issue) => ({
  id: issue.id,
  key: issue.key,
  kind: issue.kind,
  station_id: "station" in issue.where ? issue.where.station : undefined,
  site_id: "site" in issue.where ? issue.where.site : undefined,
  severity: rankOf(issue.severity),
  state: issue.state,
  owner_id: issue.owner,
  muted_until: issue.mutedUntil,
  opened_at: issue.openedAt,
  openings: issue.openings,
  watch_until: issue.watchUntil,
  resolved_at: issue.resolvedAt,
  resolved_by: issue.resolvedBy,
  about: issue.about,
  active: activeChildren(issue).length,
  children: issue.children.length,
});

async function keepSilences(db: Queryable, { silences, heard }: IssueDecision): Promise<void> {
  if (heard.length > 0) await db.query("DELETE FROM silence WHERE station_id = ANY ($1::int[])", [heard]);
  if (silences.length === 0) return;
  const rows = silences.map(({ station, site, since, dueAt, byUs, closeReason, raised }) => ({
    station_id: station,
    site_id: site,
    since,
    due_at: dueAt,
    by_us: byUs,
    close_reason: closeReason,
    raised,
  }));
  await db.query(
    `INSERT INTO silence (station_id, site_id, since, due_at, by_us, close_reason, raised)
     SELECT u.* FROM jsonb_to_recordset($1::jsonb) AS u(station_id int, site_id int, since timestamptz,
       due_at timestamptz, by_us boolean, close_reason text, raised text)
     ON CONFLICT (station_id) DO UPDATE SET raised = excluded.raised`,
    [JSON.stringify(rows)],
  );
}

/** Adds lines to the history of issues. */
export async function keepEntries(
  db: Queryable,
  entries: readonly { issue: number; at: Date; type: string; data?: object }[],
): Promise<void> {
  if (entries.length === 0) return;
  await db.query(
    `INSERT INTO issue_entry (issue_id, at, type, data)
     SELECT u.issue, u.at, u.type, u.data FROM jsonb_to_recordset($1::jsonb) AS u(issue int, at timestamptz, type text, data jsonb)`,
    [JSON.stringify(entries)],
  );
}
