import {
  type IssueKind,
  type IssueState,
  issueKinds,
  type Severity,
  type SymptomFacts,
  severities,
} from "@chargehand/domain/issues/issue";
import { z } from "zod";
import type { SignedIn } from "../context";
import { cursorOf, windowOf } from "../paging";
import { sqlParameters } from "../sql";
import { rankOf, severityOfRank } from "./rows";

/** An issue as a list shows it. */
export interface IssueRow {
  id: number;
  kind: IssueKind;
  severity: Severity;
  state: IssueState;
  owner: { id: string; name: string } | null;
  mutedUntil: Date | null;
  openedAt: Date;
  openings: number;
  watchUntil: Date | null;
  resolvedAt: Date | null;
  /** Whoever closed it, where no station could show that it is over. */
  resolvedBy: string | null;
  about: SymptomFacts;
  active: number;
  children: number;
  station: { id: number; identity: string; name: string | null } | null;
  site: { id: number; name: string } | null;
  /** What a rule tried last, or is about to. */
  lastTry: { state: string; at: Date; type: string } | null;
}

export const issueViews = ["open", "mine", "muted", "over"] as const;

export const issueList = z.object({
  /** `open`: of all that are not over, those that nobody muted. */
  view: z.enum(issueViews).default("open"),
  kind: z.enum(issueKinds).optional(),
  /** At least so urgent. */
  severity: z.enum(severities).optional(),
  station: z.int().optional(),
  limit: z.int().min(1).max(200).default(100),
  cursor: cursorOf(z.tuple([z.int(), z.iso.datetime(), z.int()])).optional(),
});

/** Issues, the most urgent first and of those the latest; those that are over, the latest first. */
export async function listIssues(
  { pool, person, clock }: Pick<SignedIn, "pool" | "person" | "clock">,
  { view, kind, severity, station, limit, cursor }: z.output<typeof issueList>,
) {
  const parameters = sqlParameters();
  const views: Record<(typeof issueViews)[number], () => string> = {
    open: () => `i.state <> 'resolved' AND (i.muted_until > ${parameters.add(clock())}) IS NOT TRUE`,
    mine: () => `i.state <> 'resolved' AND i.owner_id = ${parameters.add(person.id)}`,
    muted: () => `i.state <> 'resolved' AND i.muted_until > ${parameters.add(clock())}`,
    over: () => "i.state = 'resolved'",
  };
  const conditions = [
    views[view](),
    ...(kind ? [`i.kind = ${parameters.add(kind)}`] : []),
    ...(severity ? [`i.severity <= ${parameters.add(rankOf(severity))}`] : []),
    ...(station === undefined
      ? []
      : [`i.id IN (SELECT issue_id FROM issue_child WHERE station_id = ${parameters.add(station)})`]),
    ...(cursor ? [afterSql(view, cursor.map(parameters.add))] : []),
  ];
  const order = view === "over" ? "i.resolved_at DESC, i.id DESC" : "i.severity, i.opened_at DESC, i.id DESC";
  const { rows } = await pool.query<IssueRowSql>(
    `${select} WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  const window = windowOf(rows, limit, ({ severity, opened_at, resolved_at, id }) => [
    severity,
    ((view === "over" ? resolved_at : opened_at) ?? opened_at).toISOString(),
    id,
  ]);
  return { rows: window.rows.map(toIssueRow), next: window.next };
}

function afterSql(view: string, [severity, at, id]: string[]) {
  if (view === "over")
    return `(i.resolved_at, i.id) < (${at}::timestamptz, ${id}::int) AND ${severity}::int IS NOT NULL`;
  return `(i.severity > ${severity}::int OR i.severity = ${severity}::int AND (i.opened_at, i.id) < (${at}::timestamptz, ${id}::int))`;
}

/** One issue as the list shows it. */
export async function issueRow({ pool }: Pick<SignedIn, "pool">, id: number): Promise<IssueRow | undefined> {
  const { rows } = await pool.query<IssueRowSql>(`${select} WHERE i.id = $1`, [id]);
  return rows[0] && toIssueRow(rows[0]);
}

/** Issues that are the same trouble as another, or were at the same place, the latest first. */
export async function similarIssues({ pool }: Pick<SignedIn, "pool">, id: number): Promise<IssueRow[]> {
  const { rows } = await pool.query<IssueRowSql>(
    `${select} WHERE i.id IN (
       SELECT o.id FROM issue t CROSS JOIN LATERAL (
         SELECT * FROM issue WHERE kind = t.kind AND id <> t.id ORDER BY id DESC LIMIT 2000) o
       WHERE t.id = $1 AND o.state = 'resolved'
         AND (o.station_id = t.station_id OR o.site_id = t.site_id OR o.about ->> 'code' = t.about ->> 'code'
           OR o.about ->> 'what' = t.about ->> 'what')
       ORDER BY o.id DESC LIMIT 5)
     ORDER BY i.id DESC`,
    [id],
  );
  return rows.map(toIssueRow);
}

/** How many issues there are of each kind of view. */
export async function countIssues({ pool, person, clock }: Pick<SignedIn, "pool" | "person" | "clock">) {
  const { rows } = await pool.query<{ open: number; unowned: number; mine: number; muted: number; critical: number }>(
    `SELECT (count(*) FILTER (WHERE (muted_until > $1) IS NOT TRUE))::int AS open,
       (count(*) FILTER (WHERE (muted_until > $1) IS NOT TRUE AND state = 'new'))::int AS unowned,
       (count(*) FILTER (WHERE owner_id = $2))::int AS mine,
       (count(*) FILTER (WHERE muted_until > $1))::int AS muted,
       (count(*) FILTER (WHERE (muted_until > $1) IS NOT TRUE AND severity = 1))::int AS critical
     FROM issue WHERE state <> 'resolved'`,
    [clock(), person.id],
  );
  return rows[0] ?? { open: 0, unowned: 0, mine: 0, muted: 0, critical: 0 };
}

const select = `SELECT i.id, i.kind, i.severity, i.state, i.owner_id, coalesce(u.name, i.owner_id) AS owner_name, i.muted_until,
    i.opened_at, i.openings, i.watch_until, i.resolved_at, coalesce(r.name, i.resolved_by) AS resolved_by, i.about,
    i.active, i.children, s.id AS station_id, s.identity, s.name AS station_name, site.id AS site_id, site.name AS site_name,
    t.state AS try_state, t.at AS try_at, t.type AS try_type
  FROM issue i LEFT JOIN "user" u ON u.id = i.owner_id LEFT JOIN "user" r ON r.id = i.resolved_by
  LEFT JOIN station s ON s.id = i.station_id LEFT JOIN site ON site.id = coalesce(i.site_id, s.site_id)
  LEFT JOIN LATERAL (
    SELECT state, coalesce(settled_at, tried_at, due_at) AS at, command ->> 'type' AS type FROM issue_try
    WHERE issue_id = i.id AND state <> 'dropped' ORDER BY id DESC LIMIT 1
  ) t ON TRUE`;

interface IssueRowSql {
  id: number;
  kind: IssueKind;
  severity: number;
  state: IssueState;
  owner_id: string | null;
  owner_name: string;
  muted_until: Date | null;
  opened_at: Date;
  openings: number;
  watch_until: Date | null;
  resolved_at: Date | null;
  resolved_by: string | null;
  about: SymptomFacts;
  active: number;
  children: number;
  station_id: number | null;
  identity: string;
  station_name: string | null;
  site_id: number | null;
  site_name: string;
  try_state: string | null;
  try_at: Date;
  try_type: string;
}

const toIssueRow = (row: IssueRowSql): IssueRow => ({
  id: row.id,
  kind: row.kind,
  severity: severityOfRank(row.severity),
  state: row.state,
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name },
  mutedUntil: row.muted_until,
  openedAt: row.opened_at,
  openings: row.openings,
  watchUntil: row.watch_until,
  resolvedAt: row.resolved_at,
  resolvedBy: row.resolved_by,
  about: row.about,
  active: row.active,
  children: row.children,
  station: row.station_id === null ? null : { id: row.station_id, identity: row.identity, name: row.station_name },
  site: row.site_id === null ? null : { id: row.site_id, name: row.site_name },
  lastTry: row.try_state === null ? null : { state: row.try_state, at: row.try_at, type: row.try_type },
});
