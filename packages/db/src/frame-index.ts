import { addWords, type SearchedFrame } from "./frame-words";
import type { Queryable } from "./pool";

/** How many frames share an entry: enough to write them cheaply, few enough to look at all when one of them fits. */
const framesPerEntry = 32;

export interface FrameToIndex extends SearchedFrame {
  /** To the microsecond, as PostgreSQL writes it. */
  at: string;
  minute: string;
  outcome: string;
}

/** What became of a call, in one word, inside a statement over frame `f`. */
export const outcomeSql = `CASE
  WHEN f.verdict IN ('ok', 'repeated') THEN 'ok'
  WHEN f.verdict = 'sent' THEN 'open'
  WHEN f.verdict = 'timeout' THEN 'no-answer'
  ELSE 'error' END`;

/** What of a frame `f` is needed to enter it. */
export const columnsToIndex = `f.received_at::text AS at, date_trunc('minute', f.received_at)::text AS minute, f.message_id AS "messageId",
  f.action, f.direction, f.verdict, (extract(epoch FROM f.answered_at - f.received_at) * 1000)::float8 AS "latencyMs",
  f.call, f.answer, ${outcomeSql} AS outcome`;

/**
 * Enters the next frames into the index by which they are searched, oldest first, up to those that are old enough to
 * have their answers. Returns how many there were; no two gateways do it at once.
 */
export async function indexFrames(
  db: Queryable,
  { settledSeconds, most = 500 }: { settledSeconds: number; most?: number },
): Promise<number> {
  const { rows } = await db.query<FrameToIndex>(
    {
      name: "frames-to-index",
      text: `WITH reached AS MATERIALIZED (
        SELECT coalesce((SELECT last_at FROM journal.frame_words ORDER BY last_at DESC LIMIT 1),
          (SELECT received_at - interval '1 microsecond' FROM journal.frame ORDER BY received_at LIMIT 1)) AS at
      )
      SELECT ${columnsToIndex}
      FROM journal.frame f
      WHERE f.received_at > (SELECT at FROM reached) AND f.received_at < now() - make_interval(secs => $1)
      ORDER BY f.received_at LIMIT $2`,
    },
    [settledSeconds, most],
  );
  const frames = rows.length < most ? rows : withoutTheLastInstant(rows);
  if (frames.length === 0) return 0;

  const entries = entriesOf(frames);
  const tally = tallyOf(frames);
  const first = frames[0]?.at;
  await db.query(
    {
      name: "index-frames",
      text: `WITH turn AS MATERIALIZED (
        SELECT pg_try_advisory_xact_lock(4204) AND NOT EXISTS (SELECT FROM journal.frame_words WHERE last_at >= $9) AS ours
      ), counted AS (
        INSERT INTO journal.frame_tally (minute, action, direction, outcome, frames)
        SELECT t.* FROM unnest($5::timestamptz[], $6::text[], $7::smallint[], $8::text[], $10::int[]) t, turn WHERE ours
      )
      INSERT INTO journal.frame_words (first_at, last_at, frames, words)
      SELECT e.first_at, e.last_at, e.frames, e.words::integer[]
      FROM unnest($1::timestamptz[], $2::timestamptz[], $3::int[], $4::text[]) e(first_at, last_at, frames, words), turn
      WHERE ours`,
    },
    [
      entries.map(({ firstAt }) => firstAt),
      entries.map(({ lastAt }) => lastAt),
      entries.map((entry) => entry.frames),
      entries.map(({ words }) => `{${[...words].join(",")}}`),
      tally.map(({ minute }) => minute),
      tally.map(({ action }) => action),
      tally.map(({ direction }) => direction),
      tally.map(({ outcome }) => outcome),
      first,
      tally.map((each) => each.frames),
    ],
  );
  return frames.length;
}

/** There may be more of the last instant than were read; an entry holds all of an instant or none. */
function withoutTheLastInstant(frames: FrameToIndex[]): FrameToIndex[] {
  const last = frames.at(-1)?.at;
  const whole = frames.filter(({ at }) => at !== last);
  return whole.length > 0 ? whole : frames;
}

/** What is found by looking for its words: the frames from one instant to another. */
export interface Entry {
  firstAt: string;
  lastAt: string;
  frames: number;
  words: Set<number>;
}

/** Frames in the order of their times, some dozens to an entry. */
export function entriesOf(frames: readonly FrameToIndex[]): Entry[] {
  const entries: Entry[] = [];
  let entry: Entry | undefined;
  for (const frame of frames) {
    if (!entry || (entry.frames >= framesPerEntry && entry.lastAt !== frame.at)) {
      entry = { firstAt: frame.at, lastAt: frame.at, frames: 0, words: new Set() };
      entries.push(entry);
    }
    entry.lastAt = frame.at;
    entry.frames += 1;
    addWords(entry.words, frame);
  }
  return entries;
}

function tallyOf(frames: readonly FrameToIndex[]) {
  const counts = new Map<
    string,
    { minute: string; action: string; direction: number; outcome: string; frames: number }
  >();
  for (const { minute, action, direction, outcome } of frames) {
    const key = `${minute} ${direction} ${outcome} ${action ?? ""}`;
    const counted = counts.get(key) ?? { minute, action: action ?? "", direction, outcome, frames: 0 };
    counted.frames += 1;
    counts.set(key, counted);
  }
  return [...counts.values()];
}
