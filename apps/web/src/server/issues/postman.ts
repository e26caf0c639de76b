import { createHash, randomUUID } from "node:crypto";
import type { Bus } from "@chargehand/bus/bus";
import type { Pool } from "pg";
import { type Rounds, startRounds } from "../rounds";
import { letterOf } from "./letter";
import { issueRow } from "./list";
import type { Mail } from "./mail";

interface PostContext {
  pool: Pool;
  clock: () => Date;
  mail: Mail;
  /** Where the console is, for the links in letters. */
  consoleUrl: string;
}

/** Longer than a letter may take, so that nobody sends it while its sender lives. */
const leaseMs = 120_000;
const pausesMs = [60_000, 5 * 60_000, 30 * 60_000, 2 * 60 * 60_000, 6 * 60 * 60_000];

/** Starts to send what people want to be told by e-mail, in this process and in every other one of the console. */
export const startPostman = ({
  bus,
  onError,
  ...context
}: PostContext & { bus: Pick<Bus, "subscribe">; onError: (error: unknown) => void }): Promise<Rounds> =>
  startRounds({
    bus,
    onError,
    async round(signal) {
      for (const user of await whoWaits(context)) if (!signal.aborted) await sendTo(context, user);
      return false;
    },
  });

async function whoWaits({ pool, clock }: PostContext): Promise<string[]> {
  const { rows } = await pool.query<{ user_id: string }>(
    "SELECT DISTINCT user_id FROM issue_notice WHERE state = 'waiting' AND due_at <= $1",
    [clock()],
  );
  return rows.map(({ user_id }) => user_id);
}

interface Notice {
  issue: number;
  opening: number;
  attempts: number;
  messageId: string | null;
}

/** Sends one person one letter with everything that is due; what failed before goes again as the same letter. */
async function sendTo(context: PostContext, user: string): Promise<void> {
  const { pool, clock, mail, consoleUrl } = context;
  const claim = randomUUID();
  const claimed = await take(context, user, claim);
  for (const notices of lettersOf(claimed)) {
    const rows = (await Promise.all(notices.map(({ issue }) => issueRow(context, issue)))).flatMap((row) => row ?? []);
    // What is over by now is no news any more.
    const open = rows.filter(({ state }) => state !== "resolved").toSorted((a, b) => a.id - b.id);
    const { rows: people } = await pool.query<{ email: string }>(`SELECT email FROM "user" WHERE id = $1`, [user]);
    if (open.length === 0 || !people[0]) {
      await settle(context, { user, claim, notices }, { state: "dropped" });
      continue;
    }
    const messageId = notices[0]?.messageId ?? messageIdOf(user, notices);
    await pool.query("UPDATE issue_notice SET message_id = $2 WHERE claim = $1 AND issue_id = ANY ($3::int[])", [
      claim,
      messageId,
      notices.map(({ issue }) => issue),
    ]);
    try {
      await mail.send({ to: people[0].email, messageId, ...letterOf(open, consoleUrl) });
      await settle(context, { user, claim, notices }, { state: "sent" });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const wait = pausesMs[notices[0]?.attempts ?? 0];
      if (wait === undefined) await settle(context, { user, claim, notices }, { state: "failed", detail });
      else await putBack(context, claim, { at: new Date(clock().getTime() + wait), detail });
    }
  }
}

/** What was sent before, and perhaps arrived, goes again with the same others; everything new is one letter. */
const lettersOf = (claimed: readonly Notice[]): Notice[][] => {
  const letters = new Map<string, Notice[]>();
  for (const notice of claimed) {
    const name = notice.messageId ?? "new";
    letters.set(name, [...(letters.get(name) ?? []), notice]);
  }
  return [...letters.values()];
};

async function take({ pool, clock }: PostContext, user: string, claim: string): Promise<Notice[]> {
  const { rows } = await pool.query<Notice>(
    `UPDATE issue_notice n SET claim = $2, due_at = $3::timestamptz + $4 * interval '1 millisecond'
     FROM (SELECT issue_id, opening, user_id FROM issue_notice WHERE user_id = $1 AND state = 'waiting' AND due_at <= $3
       ORDER BY issue_id FOR UPDATE SKIP LOCKED) due
     WHERE n.issue_id = due.issue_id AND n.opening = due.opening AND n.user_id = due.user_id
     RETURNING n.issue_id AS issue, n.opening, n.attempts, n.message_id AS "messageId"`,
    [user, claim, clock(), leaseMs],
  );
  return rows;
}

async function settle(
  { pool, clock }: PostContext,
  { user, claim, notices }: { user: string; claim: string; notices: readonly Notice[] },
  { state, detail }: { state: string; detail?: string },
): Promise<void> {
  await pool.query(
    `UPDATE issue_notice SET state = $4, settled_at = $5, detail = $6, claim = NULL, attempts = attempts + 1
     WHERE user_id = $1 AND claim = $2 AND issue_id = ANY ($3::int[])`,
    [user, claim, notices.map(({ issue }) => issue), state, clock(), detail ?? null],
  );
}

async function putBack(
  { pool }: PostContext,
  claim: string,
  { at, detail }: { at: Date; detail: string },
): Promise<void> {
  await pool.query(
    `UPDATE issue_notice SET due_at = $2, detail = $3, claim = NULL, attempts = attempts + 1
     WHERE claim = $1 AND state = 'waiting'`,
    [claim, at, detail],
  );
}

const messageIdOf = (user: string, notices: readonly Notice[]) =>
  `<${createHash("sha256")
    .update(JSON.stringify([user, notices.map(({ issue, opening }) => [issue, opening])]))
    .digest("hex")
    .slice(0, 32)}@chargehand>`;
