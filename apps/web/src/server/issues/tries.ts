import { insertEvents } from "@chargehand/db/events";
import { inTransaction } from "@chargehand/db/transaction";
import { activeChildren, type Issue } from "@chargehand/domain/issues/issue";
import { openState } from "@chargehand/domain/issues/raise";
import { remedyWorksWithinMs } from "@chargehand/domain/issues/recovery";
import type { Pool } from "pg";
import { Conflict, Refused } from "../errors";
import type { Writer } from "../write";
import { carryOut } from "./carry-out";
import { eventOf } from "./issue-events";
import { issueForChange } from "./issue-for-change";
import { keepEntries, keepIssues } from "./keep-decision";
import { makeNotices, planTries } from "./plan";

export type TryContext = Pick<Writer, "prisma" | "clock" | "bus"> & { pool: Pool; sendsMail: boolean };

/** Tries what rules planned for now, and judges what was tried. Returns whether anything was done. */
export async function tryWhatIsDue(context: TryContext): Promise<boolean> {
  const { pool, clock } = context;
  const now = clock();
  const { rows } = await pool.query<OpenTry>(
    `SELECT t.id, t.state, t.tried_at AS "triedAt", t.issue_id AS issue, i.state AS "issueState", m.delivery, m.answer, m.detail
     FROM issue_try t JOIN issue i ON i.id = t.issue_id LEFT JOIN command m ON m.id = t.command_id
     WHERE t.state = 'planned' AND t.due_at <= $1 OR t.state = 'tried' ORDER BY t.id LIMIT 200`,
    [now],
  );
  let done = false;
  for (const one of rows) {
    const verdict = one.state === "planned" ? await begin(context, one) : judge(one, now);
    if (verdict === "worked") await succeed(context, one);
    else if (verdict !== undefined) await fail(context, one, verdict.failed);
    done ||= one.state === "planned" || verdict !== undefined;
  }
  return done;
}

interface OpenTry {
  id: number;
  state: "planned" | "tried";
  triedAt: Date | null;
  issue: number;
  issueState: Issue["state"];
  delivery: string | null;
  answer: string | null;
  detail: string | null;
}

type Verdict = "worked" | { failed: string } | undefined;

async function begin(context: TryContext, { id }: OpenTry): Promise<Verdict> {
  try {
    await carryOut(context, id);
    return undefined;
  } catch (error) {
    // Another process has it.
    if (error instanceof Conflict) return undefined;
    // A station that is gone, or cannot be told: the try has failed, and that is a fact like any other.
    if (error instanceof Refused) return { failed: error.message };
    throw error;
  }
}

/** Whether what was tried has helped by now, or will not any more. */
function judge({ issueState, delivery, answer, detail, triedAt }: OpenTry, now: Date): Verdict {
  if (issueState === "watching" || issueState === "resolved") return "worked";
  if (delivery === "expired" || delivery === "cancelled") return { failed: delivery };
  if (answer === "rejected" || answer === "error" || answer === "unsupported") return { failed: detail ?? answer };
  const isOver = triedAt !== null && now.getTime() - triedAt.getTime() > remedyWorksWithinMs;
  return isOver ? { failed: "no-change" } : undefined;
}

const succeed = ({ pool, clock }: TryContext, { id, issue }: OpenTry) =>
  inTransaction(pool, async (db) => {
    const at = clock();
    const { rowCount } = await db.query(
      "UPDATE issue_try SET state = 'worked', settled_at = $2 WHERE id = $1 AND state = 'tried'",
      [id, at],
    );
    if (rowCount === 0) return;
    await keepEntries(db, [{ issue, at, type: "try-worked", data: { try: id } }]);
    await insertEvents(db, [eventOf(await issueForChange(db, issue), { type: "issue.changed" })]);
  });

/** Says that a try did not help, and what comes next: another try, or a person. */
const fail = ({ pool, clock, sendsMail }: TryContext, { id, issue: number }: OpenTry, detail: string) =>
  inTransaction(pool, async (db) => {
    const at = clock();
    const { rowCount } = await db.query(
      "UPDATE issue_try SET state = 'failed', settled_at = $2, detail = $3 WHERE id = $1 AND state IN ('planned', 'tried')",
      [id, at, detail],
    );
    if (rowCount === 0) return;
    const issue = await issueForChange(db, number);
    const isStill = activeChildren(issue).length > 0;
    const isTriedAgain = isStill && (await planTries(db, [issue], at)).size > 0;
    const isGivenUp = isStill && !isTriedAgain;
    const after: Issue = issue.state === "recovering" && isGivenUp ? { ...issue, state: openState(issue) } : issue;

    await keepIssues(db, [after], new Set(issue.children));
    await keepEntries(db, [
      { issue: number, at, type: "try-failed", data: { try: id, detail } },
      ...(isGivenUp ? [{ issue: number, at, type: "gave-up" }] : []),
    ]);
    if (isGivenUp && sendsMail) await makeNotices(db, [number], at);
    await insertEvents(db, [eventOf(after, { type: "issue.changed" })]);
  });
