import { curableKinds, mostTries, remedies } from "@chargehand/domain/issues/recovery";
import { z } from "zod";
import type { Context, SignedIn } from "../context";
import { NotFound, Refused } from "../errors";
import { type Writer, write } from "../write";

const facts = z.object({
  name: z.string().trim().min(1, "A rule needs a name: it stands beside everything that it tries.").max(100),
  kind: z.enum(curableKinds),
  codes: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  vendor: z.string().trim().max(100).nullable().default(null),
  site: z.int().nullable().default(null),
  remedy: z.enum(remedies),
  /** A trouble may pass by itself. */
  afterSeconds: z.int().min(10).max(3_600).default(60),
});
export const ruleFacts = facts;
export const ruleSwitch = z.object({ id: z.int(), enabled: z.boolean() });

export interface RuleRow extends z.output<typeof facts> {
  id: number;
  enabled: boolean;
  siteName: string | null;
  createdBy: string;
  createdAt: Date;
  /** What came of it in the last 30 days. */
  tried: number;
  worked: number;
}

/** Every rule, with what came of it. */
export async function listRules({ pool, clock }: Pick<Context, "pool" | "clock">): Promise<RuleRow[]> {
  const { rows } = await pool.query<RuleRow>(
    `SELECT r.id, r.name, r.enabled, r.kind, r.codes, r.vendor, r.site_id AS site, site.name AS "siteName", r.remedy,
       r.after_seconds AS "afterSeconds", r.created_by AS "createdBy", r.created_at AS "createdAt",
       (SELECT count(*)::int FROM issue_try t WHERE t.rule_id = r.id AND t.tried_at > $1::timestamptz - interval '30 days') AS tried,
       (SELECT count(*)::int FROM issue_try t WHERE t.rule_id = r.id AND t.state = 'worked'
          AND t.tried_at > $1::timestamptz - interval '30 days') AS worked
     FROM issue_rule r LEFT JOIN site ON site.id = r.site_id ORDER BY r.id`,
    [clock()],
  );
  return rows;
}

/** What a rule would have done, had it been on. */
export interface DryRun {
  days: number;
  /** How many issues it is meant for, and of how many stations. */
  issues: number;
  stations: number;
  /** How many times it would have tried, no more often than allowed. */
  tries: number;
  /** How many of them passed by themselves before it would have tried anything. */
  passed: number;
  /** Issues that are open now, of which it tries those that open again. */
  openNow: number;
}

const dryRunDays = 30;

/** Counts over the issues of the last 30 days what a rule would have done to whom. */
export async function dryRun(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  {
    kind,
    codes,
    vendor,
    site,
    afterSeconds,
  }: Pick<z.output<typeof facts>, "kind" | "codes" | "vendor" | "site" | "afterSeconds">,
): Promise<DryRun> {
  const { rows } = await pool.query<Omit<DryRun, "days">>(
    `WITH meant AS (
       SELECT i.id, i.station_id, i.opened_at, i.state,
         (SELECT min(c.cleared_at) FROM issue_child c WHERE c.issue_id = i.id) < i.opened_at + $6 * interval '1 second' AS passed
       FROM issue i JOIN station s ON s.id = i.station_id
       WHERE i.kind = $1 AND i.opened_at > $5::timestamptz - $7 * interval '1 day'
         AND (cardinality($2::text[]) = 0 OR i.about ->> 'code' = ANY ($2)) AND ($3::text IS NULL OR s.vendor = $3)
         AND ($4::int IS NULL OR s.site_id = $4)
     ), spaced AS (
       SELECT m.*, (SELECT count(*) FROM meant o WHERE o.station_id = m.station_id AND NOT coalesce(o.passed, FALSE)
         AND o.opened_at <= m.opened_at AND o.opened_at > m.opened_at - interval '6 hours') AS nth
       FROM meant m
     )
     SELECT count(*)::int AS issues, count(DISTINCT station_id)::int AS stations,
       (count(*) FILTER (WHERE NOT coalesce(passed, FALSE) AND nth <= $8))::int AS tries,
       (count(*) FILTER (WHERE passed))::int AS passed, (count(*) FILTER (WHERE state <> 'resolved'))::int AS "openNow"
     FROM spaced`,
    [kind, codes, vendor, site, clock(), afterSeconds, dryRunDays, mostTries],
  );
  if (!rows[0]) throw new Error("the count of what a rule would have done came back empty");
  return { days: dryRunDays, ...rows[0] };
}

/** A rule that does nothing until somebody turns it on. */
export const createRule = (
  context: Writer & Pick<SignedIn, "person">,
  { site, codes, ...rule }: z.output<typeof facts>,
): Promise<{ id: number }> =>
  write(context, async (tx, tell) => {
    if ((await tx.issueRule.count()) >= mostRules) throw new Refused(`There are ${mostRules} rules already.`);
    if (site !== null && !(await tx.site.findUnique({ where: { id: site } }))) {
      throw new NotFound(`There is no site number ${site}.`);
    }
    const { id } = await tx.issueRule.create({
      data: { ...rule, codes, siteId: site, createdBy: context.person.name, createdAt: context.clock() },
    });
    tell.audit({ action: "rule.create", subject: `rule:${id}`, after: { ...rule, site, codes } });
    return { id };
  });

const mostRules = 50;

/** Turns a rule on or off. What is planned already is dropped when it is off. */
export const switchRule = (context: Writer, { id, enabled }: z.output<typeof ruleSwitch>): Promise<void> =>
  write(context, async (tx, tell) => {
    const before = await tx.issueRule.findUnique({ where: { id } });
    if (!before) throw new NotFound(`There is no rule number ${id}.`);
    await tx.issueRule.update({ where: { id }, data: { enabled } });
    const subject = `rule:${id}`;
    tell.audit({ action: "rule.switch", subject, before: { enabled: before.enabled }, after: { enabled } });
  });

/** Forgets a rule. What it tried stays in the history of its issues. */
export const deleteRule = (context: Writer, id: number): Promise<void> =>
  write(context, async (tx, tell) => {
    const before = await tx.issueRule.findUnique({ where: { id } });
    if (!before) throw new NotFound(`There is no rule number ${id}.`);
    await tx.issueRule.delete({ where: { id } });
    tell.audit({
      action: "rule.delete",
      subject: `rule:${id}`,
      before: { name: before.name, enabled: before.enabled },
    });
  });
