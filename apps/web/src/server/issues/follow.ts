import { readEvents } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import { inTransaction } from "@chargehand/db/transaction";
import { decideIssues } from "@chargehand/domain/issues/decide-issues";
import type { Signal } from "@chargehand/domain/issues/signal";
import type { Pool } from "pg";
import { bringsValues, compareStations, someToCompare } from "../configuration/drift";
import { keepDecision } from "./keep-decision";
import { knownOf } from "./known";
import { isAnythingDue, loadBook } from "./load-book";
import { planFor } from "./plan";
import { mayMatter, signalsOf } from "./signals";
import { standingSignals } from "./standing";

export interface FollowContext {
  pool: Pool;
  clock: () => Date;
  /** Whether e-mail can be sent at all. */
  sendsMail: boolean;
}

const readAtOnce = 500;

/**
 * Follows the story a step: issues, and how far it was read, are written together. The cursor moves only from where it
 * stood when its events were read, so of two processes one does the work. Returns whether there is more to do.
 */
export async function follow(
  context: FollowContext,
  extra: readonly Signal[] = [],
): Promise<{ more: boolean; told: boolean }> {
  const { pool, clock } = context;
  const cursor = await placeOf(pool);
  if (cursor === undefined) return { more: await begin(context), told: true };
  const { events, cursor: next } = await readEvents(pool, cursor, readAtOnce);
  const more = events.length === readAtOnce;
  const now = clock();
  const to = more ? (events.at(-1)?.receivedAt ?? now) : now;
  const mattering = events.filter(mayMatter);
  const comparing = events.some(bringsValues) || (await someToCompare(pool));
  if (mattering.length === 0 && !comparing && extra.length === 0 && !(await isAnythingDue(pool, to))) {
    if (next !== cursor) await moveFrom(pool, cursor, next);
    return { more, told: false };
  }

  const told = await inTransaction(pool, async (db) => {
    if (!(await moveFrom(db, cursor, next))) return false;
    const known = await knownOf(db, mattering);
    const compared = comparing ? await compareStations(db, events, to) : undefined;
    const drift = compared?.signals ?? [];
    const signals = [...mattering.flatMap((event) => signalsOf(event, known)), ...drift, ...extra];
    const news = await decideAndKeep(db, context, signals, to);
    return news || compared?.told === true;
  });
  return { more: more || (comparing && (await someToCompare(pool))), told };
}

/** Begins where the story stands, with what is wrong already. */
const begin = ({ pool, ...context }: FollowContext) =>
  inTransaction(pool, async (db) => {
    const { cursor } = await readEvents(db, "now", 1);
    const { rowCount } = await db.query(
      `INSERT INTO issue_follower (id, cursor) VALUES (1, $1)
       ON CONFLICT (id) DO UPDATE SET cursor = $1 WHERE ${isBeyondSql("issue_follower.cursor")}`,
      [cursor],
    );
    if (rowCount === 0) return true;
    const now = context.clock();
    await decideAndKeep(db, { pool, ...context }, await standingSignals(db, now), now);
    return true;
  });

async function decideAndKeep(db: Queryable, context: FollowContext, signals: readonly Signal[], to: Date) {
  const book = await loadBook(db, signals, to);
  const decision = decideIssues(book, signals, to);
  const opened = await keepDecision(db, book, decision);
  await planFor(db, opened, { now: to, sendsMail: context.sendsMail });
  return decision.news.length > 0;
}

/** Where the reader stands; nowhere if it never began, or stands where this database has not got to. */
async function placeOf(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ cursor: string }>(
    `SELECT cursor FROM issue_follower WHERE NOT ${isBeyondSql("cursor")}`,
  );
  return rows[0]?.cursor;
}

const isBeyondSql = (cursor: string) =>
  `(split_part(${cursor}, '-', 1)::xid8 > pg_snapshot_xmax(pg_current_snapshot()))`;

async function moveFrom(db: Queryable, cursor: string, next: string): Promise<boolean> {
  const { rowCount } = await db.query("UPDATE issue_follower SET cursor = $2 WHERE cursor = $1", [cursor, next]);
  return rowCount === 1;
}
