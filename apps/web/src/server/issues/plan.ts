import type { Queryable } from "@chargehand/db/pool";
import type { Issue } from "@chargehand/domain/issues/issue";
import {
  curableKinds,
  nextTry,
  type Patient,
  type RecoveryRule,
  triesWithinMs,
} from "@chargehand/domain/issues/recovery";
import type { Opened } from "./keep-decision";

/** What is to be done about issues that were just opened: a rule tries something first, or people are told. */
export async function planFor(
  db: Queryable,
  opened: readonly Opened[],
  { now, sendsMail }: { now: Date; sendsMail: boolean },
): Promise<void> {
  if (opened.length === 0) return;
  const quiet = await quieten(
    db,
    opened.map(({ issue }) => issue.id),
    now,
  );
  const planned = await planTries(
    db,
    opened.flatMap(({ issue }) => (quiet.has(issue.id) ? [] : [issue])),
    now,
  );
  const others = opened.flatMap(({ issue }) => (planned.has(issue.id) ? [] : [issue.id]));
  if (sendsMail && others.length > 0) await makeNotices(db, others, now);
}

/** Mutes issues of stations where somebody works, as was said beforehand, until that is over. Returns which. */
async function quieten(db: Queryable, issues: readonly number[], now: Date): Promise<Set<number>> {
  const { rows } = await db.query<{ id: number }>(
    `UPDATE issue i SET muted_until = greatest(i.muted_until, q.until_at)
     FROM (SELECT station_id, max(until_at) AS until_at FROM quiet_time
       WHERE from_at <= $2 AND until_at > $2 GROUP BY station_id) q
     WHERE i.id = ANY ($1::int[]) AND i.station_id = q.station_id RETURNING i.id`,
    [issues, now],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Plans what rules try next, and says for which issues. */
export async function planTries(db: Queryable, issues: readonly Issue[], now: Date): Promise<Set<number>> {
  const curable = issues.filter(({ kind, where }) => curableKinds.some((one) => one === kind) && "station" in where);
  if (curable.length === 0) return new Set();
  const rules = await enabledRules(db);
  if (rules.length === 0) return new Set();
  const patients = await patientsOf(db, curable, now);
  const planned = new Set<number>();
  for (const issue of curable) {
    const station = "station" in issue.where ? issue.where.station : 0;
    const patient = patients.get(station);
    const next = patient && nextTry(rules, issue, patient, now);
    if (!patient || !next) continue;
    // Of several issues of one station in the same moment, each counts.
    patients.set(station, { ...patient, triedAt: [...patient.triedAt, next.dueAt] });
    await db.query(
      "INSERT INTO issue_try (issue_id, station_id, rule_id, command, due_at) VALUES ($1, $2, $3, $4, $5)",
      [issue.id, station, next.rule, JSON.stringify(next.command), next.dueAt],
    );
    planned.add(issue.id);
  }
  return planned;
}

/** Whoever wants to know by e-mail; the first moments are waited for, so that a storm is one letter. */
export async function makeNotices(db: Queryable, issues: readonly number[], now: Date): Promise<void> {
  await db.query(
    `INSERT INTO issue_notice (issue_id, opening, user_id, due_at)
     SELECT i.id, i.openings, u.id, $2::timestamptz + interval '10 seconds'
     FROM issue i CROSS JOIN "user" u LEFT JOIN notice_choice c ON c.user_id = u.id
     WHERE i.id = ANY ($1::int[]) AND (i.muted_until IS NULL OR i.muted_until <= $2) AND NOT coalesce(u.banned, FALSE)
       AND i.severity <= coalesce(c.severity, CASE u.role WHEN 'operator' THEN 1 ELSE 0 END)
     ON CONFLICT DO NOTHING`,
    [issues, now],
  );
}

async function enabledRules(db: Queryable): Promise<RecoveryRule[]> {
  const { rows } = await db.query<RuleSqlRow>(
    "SELECT id, kind, codes, vendor, site_id, remedy, after_seconds FROM issue_rule WHERE enabled ORDER BY id",
  );
  return rows.map(toRule);
}

export interface RuleSqlRow {
  id: number;
  kind: RecoveryRule["kind"];
  codes: string[];
  vendor: string | null;
  site_id: number | null;
  remedy: RecoveryRule["remedy"];
  after_seconds: number;
}

export const toRule = (row: RuleSqlRow): RecoveryRule => ({
  id: row.id,
  kind: row.kind,
  codes: row.codes,
  vendor: row.vendor ?? undefined,
  site: row.site_id ?? undefined,
  remedy: row.remedy,
  afterSeconds: row.after_seconds,
});

async function patientsOf(db: Queryable, issues: readonly Issue[], now: Date): Promise<Map<number, Patient>> {
  const stations = issues.flatMap(({ where }) => ("station" in where ? [where.station] : []));
  const { rows } = await db.query<{ id: number; vendor: string | null; site_id: number | null; tried: Date[] }>(
    `SELECT s.id, s.vendor, s.site_id, ARRAY(SELECT coalesce(t.tried_at, t.due_at) FROM issue_try t
         WHERE t.station_id = s.id AND t.due_at > $2 AND t.state <> 'dropped') AS tried
     FROM station s WHERE s.id = ANY ($1::int[]) FOR UPDATE`,
    [stations, new Date(now.getTime() - triesWithinMs - 60 * 60_000)],
  );
  return new Map(
    rows.map(({ id, vendor, site_id, tried }) => [
      id,
      { vendor: vendor ?? undefined, site: site_id ?? undefined, triedAt: tried },
    ]),
  );
}
