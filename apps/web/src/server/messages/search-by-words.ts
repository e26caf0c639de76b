import { sqlParameters } from "../sql";
import { type FrameSqlRow, fitting, microsSql, type Place, placeAt, readFrames } from "./frame-row";
import { timeOf } from "./reference";
import { type Ask, type Found, isLate } from "./search";

const mostEntries = 1_000;
const entriesAtOnce = 40;

/** Where the index says that something may be: its entries, newest first, and of each the frames that fit. */
export async function searchByWords(ask: Ask, begin: Place): Promise<Found> {
  const { question, most } = ask;
  const found: FrameSqlRow[] = [];
  let reached = begin;
  for (;;) {
    const entries = await entriesBefore(ask, reached);
    for (let at = 0; at < entries.length; at += entriesAtOnce) {
      const some = entries.slice(at, at + entriesAtOnce);
      const rows = await readFrames(ask, (parameters, conditionsBefore) => {
        const [first, last] = [some.map((entry) => entry.first), some.map((entry) => entry.last)].map((list) =>
          parameters.add(list),
        );
        const since = question.since ? [`f.received_at >= ${parameters.add(question.since)}::timestamptz`] : [];
        const times = `f.received_at BETWEEN ${timeOf("entry.first")} AND ${timeOf("entry.last")}`;
        return {
          from: `unnest(${first}::bigint[], ${last}::bigint[]) AS entry(first, last) CROSS JOIN LATERAL (
            SELECT * FROM journal.frame f WHERE ${[times, ...since, ...conditionsBefore(reached)].join(" AND ")}) f`,
        };
      });
      found.push(...fitting(question, rows));
      reached = placeAt(BigInt(some.at(-1)?.first ?? reached.micros));
      if (found.length >= most || isLate(ask)) return { rows: found, reached, isComplete: false };
    }
    if (entries.length < mostEntries) return { rows: found, reached, isComplete: true };
  }
}

async function entriesBefore({ pool, question }: Ask, { micros }: Place): Promise<{ first: string; last: string }[]> {
  const parameters = sqlParameters();
  const { rows } = await pool.query<{ first: string; last: string }>(
    `SELECT ${microsSql("first_at")} AS first, ${microsSql("last_at")} AS last FROM journal.frame_words
     WHERE ${[
       `first_at <= ${timeOf(parameters.add(micros))}`,
       ...(question.since ? [`last_at >= ${parameters.add(question.since)}::timestamptz`] : []),
       ...question.words.map((words) => `words && ${parameters.add(words)}::int[]`),
     ].join(" AND ")}
     ORDER BY last_at DESC LIMIT ${mostEntries}`,
    parameters.values,
  );
  return rows;
}
