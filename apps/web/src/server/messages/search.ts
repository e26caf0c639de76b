import type { Context } from "../context";
import { type Ask, type Found, isLate } from "./ask";
import { type FrameSqlRow, fitting, microsOf, microsSql, type Place, placeAt, placeOf, readFrames } from "./frame-row";
import type { Question } from "./question";
import { searchByTime } from "./search-by-time";
import { searchByWords } from "./search-by-words";

type Lookup = Pick<Context, "pool" | "clock">;

/** So long a search looks before it says how far it came; whoever wants to know more asks on from there. */
const patienceMs = 700;
/** More stations than this are read along with all others. */
const mostConversations = 400;

/** The newest frames before a place that answer a question, `most` of them if there are so many. */
export async function search(
  { pool, clock }: Lookup,
  question: Question,
  { before, most, isWhole }: { before: Place | undefined; most: number; isWhole?: boolean },
): Promise<Found> {
  const ask = { pool, question, most, isWhole, deadline: performance.now() + patienceMs };
  // A gateway's clock may be a little ahead of ours.
  const begin = before ?? placeAt(microsOf(question.until ?? new Date(clock().getTime() + 60_000)));
  const { stations, since } = question;
  if (stations && stations.length <= mostConversations) return byStation(ask, stations, begin);

  const bottom = since ? microsOf(since) : await oldest(ask);
  const end = question.words.length === 0 ? undefined : await endOfIndex(ask);
  if (end === undefined || end < bottom) return searchByTime(ask, begin, bottom);
  const young = BigInt(begin.micros) > end ? await searchByTime(ask, begin, end + 1n) : { rows: [], reached: begin };
  if (young.rows.length >= most || isLate(ask)) return { ...young, isComplete: false };
  const old = await searchByWords({ ...ask, most: most - young.rows.length }, young.reached, bottom);
  return { ...old, rows: [...young.rows, ...old.rows] };
}

/** Along the index that leads by station: each one's newest, and of these the newest. */
async function byStation(ask: Ask, stations: readonly number[], begin: Place): Promise<Found> {
  const { question, most } = ask;
  const batch = question.looks.length === 0 ? most : Math.max(most, 300);
  const found: FrameSqlRow[] = [];
  let reached = begin;
  for (;;) {
    const rows = await readFrames(ask, (parameters, conditionsBefore) => {
      const since = question.since ? [`f.received_at >= ${parameters.add(question.since)}::timestamptz`] : [];
      const from = `unnest(${parameters.add(stations)}::int[]) AS asked(id) CROSS JOIN LATERAL (
        SELECT * FROM journal.frame f WHERE ${["f.station_id = asked.id", ...since, ...conditionsBefore(reached)].join(" AND ")}
        ORDER BY f.received_at DESC, f.id DESC LIMIT ${batch}) f`;
      return { from, limit: batch };
    });
    found.push(...fitting(question, rows));
    const last = rows.at(-1);
    if (rows.length < batch || !last) return { rows: found, reached, isComplete: true };
    reached = placeOf(last);
    if (found.length >= most || isLate(ask)) return { rows: found, reached, isComplete: false };
  }
}

async function endOfIndex({ pool }: Ask): Promise<bigint | undefined> {
  const { rows } = await pool.query<{ micros: string }>(
    `SELECT ${microsSql("last_at")} AS micros FROM journal.frame_words ORDER BY last_at DESC LIMIT 1`,
  );
  return rows[0] && BigInt(rows[0].micros);
}

async function oldest({ pool }: Ask): Promise<bigint> {
  const { rows } = await pool.query<{ micros: string }>(
    `SELECT ${microsSql("received_at")} AS micros FROM journal.frame ORDER BY received_at LIMIT 1`,
  );
  return BigInt(rows[0]?.micros ?? 0);
}
