import { columnsToIndex, entriesOf, type FrameToIndex, outcomeSql } from "./frame-index";
import type { Queryable } from "./pool";

/**
 * Counts what the index holds of the last hours against the frames themselves, minute by minute, and enters a minute
 * anew in which there are more: frames are written late when the database was away. Returns how many minutes those were.
 */
export async function recountFrames(db: Queryable, hours = 3): Promise<number> {
  const { rows: minutes } = await db.query<{ minute: string }>(
    `WITH reached AS MATERIALIZED (SELECT date_trunc('minute', max(last_at)) AS at FROM journal.frame_words WHERE last_at > now() - interval '1 day'),
     kept AS (
       SELECT date_trunc('minute', received_at) AS minute, count(*) AS frames FROM journal.frame, reached
       WHERE received_at >= date_trunc('minute', now()) - make_interval(hours => $1) AND received_at < reached.at GROUP BY 1
     )
     SELECT minute::text FROM kept WHERE frames <> coalesce(
       (SELECT sum(t.frames) FROM journal.frame_tally t WHERE t.minute = kept.minute), 0)`,
    [hours],
  );
  for (const { minute } of minutes) await enterAnew(db, minute);
  return minutes.length;
}

/** One minute, and the whole of the entries that reach into it. */
async function enterAnew(db: Queryable, minute: string): Promise<void> {
  const { rows: frames } = await db.query<FrameToIndex>(
    `WITH span AS MATERIALIZED (
       SELECT least(min(first_at), $1::timestamptz) AS low, greatest(max(last_at), $1::timestamptz + interval '59.999999 seconds') AS high
       FROM journal.frame_words WHERE last_at >= $1::timestamptz AND last_at < $1::timestamptz + interval '1 day'
         AND first_at < $1::timestamptz + interval '1 minute'
     )
     SELECT ${columnsToIndex} FROM journal.frame f
     WHERE f.received_at BETWEEN (SELECT low FROM span) AND (SELECT high FROM span) ORDER BY f.received_at`,
    [minute],
  );
  const entries = entriesOf(frames);
  await db.query(
    `WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(4204)),
     old_words AS (
       DELETE FROM journal.frame_words w USING turn WHERE w.last_at >= $2::timestamptz AND w.last_at <= $3::timestamptz
     ), old_tally AS (
       DELETE FROM journal.frame_tally t USING turn WHERE t.minute = $1::timestamptz
     ), tally AS (
       INSERT INTO journal.frame_tally (minute, action, direction, outcome, frames)
       SELECT $1::timestamptz, coalesce(f.action, ''), f.direction, ${outcomeSql}, count(*)
       FROM journal.frame f WHERE f.received_at >= $1::timestamptz AND f.received_at < $1::timestamptz + interval '1 minute'
       GROUP BY 2, 3, 4
     )
     INSERT INTO journal.frame_words (first_at, last_at, frames, words)
     SELECT e.first_at, e.last_at, e.frames, e.words::integer[]
     FROM unnest($4::timestamptz[], $5::timestamptz[], $6::int[], $7::text[]) e(first_at, last_at, frames, words)`,
    [
      minute,
      frames[0]?.at,
      frames.at(-1)?.at,
      entries.map(({ firstAt }) => firstAt),
      entries.map(({ lastAt }) => lastAt),
      entries.map((entry) => entry.frames),
      entries.map(({ words }) => `{${[...words].join(",")}}`),
    ],
  );
}
