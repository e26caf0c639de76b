import { sqlParameters } from "../sql";
import { type Ask, type Found, isLate } from "./ask";
import { type FrameSqlRow, fitting, microsSql, type Place, placeAt, readFrames } from "./frame-row";
import { timeOf } from "./reference";

const minute = 60_000_000n;
const entriesAtOnce = 30;

/** Where the index says that something may be: its entries back to an instant, newest first, and of each the frames that fit. */
export async function searchByWords(ask: Ask, begin: Place, bottom: bigint): Promise<Found> {
  const { question, most } = ask;
  const found: FrameSqlRow[] = [];
  let reached = begin;
  let length = 10n * minute;
  while (BigInt(reached.micros) > bottom) {
    const low = larger(BigInt(reached.micros) - length, bottom);
    const entries = await entriesBetween(ask, low, reached);
    for (let at = 0; at < entries.length; at += entriesAtOnce) {
      const some = entries.slice(at, at + entriesAtOnce);
      found.push(...fitting(question, await framesOf(ask, some, reached)));
      reached = placeAt(BigInt(some.at(-1)?.micros ?? reached.micros));
      if (found.length >= most || isLate(ask)) return { rows: found, reached, isComplete: false };
    }
    if (low < BigInt(reached.micros)) reached = placeAt(low);
    // Rare words are found in a day as quickly as in an hour; of common ones an hour is too much.
    length *= growth(entries.length);
    if (isLate(ask) && low > bottom) return { rows: found, reached, isComplete: false };
  }
  return { rows: found, reached, isComplete: true };
}

const growth = (entries: number) => (entries < 30 ? 20n : entries < 200 ? 4n : 1n);
const larger = (one: bigint, other: bigint) => (one > other ? one : other);

function framesOf(ask: Ask, entries: readonly Entry[], before: Place): Promise<FrameSqlRow[]> {
  return readFrames(ask, (parameters, conditionsBefore) => {
    const { since } = ask.question;
    // Said one by one: of a join with a list of times the planner thinks that it needs half of all frames.
    const times = entries.map(
      ({ first, last }) =>
        `f.received_at BETWEEN ${parameters.add(first)}::timestamptz AND ${parameters.add(last)}::timestamptz`,
    );
    const conditions = [
      `(${times.join(" OR ")})`,
      ...(since ? [`f.received_at >= ${parameters.add(since)}::timestamptz`] : []),
      ...conditionsBefore(before),
    ];
    return { from: `journal.frame f WHERE ${conditions.join(" AND ")}` };
  });
}

interface Entry {
  first: string;
  last: string;
  /** Of the first. */
  micros: string;
}

/** The entries that end after an instant and begin before a place. Without a limit: for its sake, rare words would be looked for row by row. */
async function entriesBetween({ pool, question }: Ask, low: bigint, { micros, id }: Place): Promise<Entry[]> {
  const parameters = sqlParameters();
  const before = timeOf(parameters.add(micros));
  const { rows } = await pool.query<Entry>(
    `SELECT first_at::text AS first, last_at::text AS last, ${microsSql("first_at")} AS micros FROM journal.frame_words
     WHERE ${[
       // Of the instant of the place itself there may be more.
       `first_at ${id === "0" ? "<" : "<="} ${before}`,
       // The one in which the place is, and none after it.
       `last_at <= coalesce((SELECT last_at FROM journal.frame_words WHERE last_at >= ${before} ORDER BY last_at LIMIT 1), 'infinity')`,
       `last_at >= ${timeOf(parameters.add(String(low)))}`,
       ...question.words.map((words) => `words && ${parameters.add(words)}::int[]`),
     ].join(" AND ")}
     ORDER BY last_at DESC`,
    parameters.values,
  );
  return rows;
}
