import type { Context } from "../context";

/** Which actions the conversation of a day holds, and how many of each, for the filter. */
export async function messageActions({ pool, clock }: Pick<Context, "pool" | "clock">, station: number | undefined) {
  const dayAgo = new Date(clock().getTime() - 24 * 3_600_000);
  const { rows } = await pool.query<{ action: string; count: number }>(
    station === undefined ? everybodys : ofStation,
    station === undefined ? [dayAgo] : [dayAgo, station],
  );
  return rows;
}

const ofStation = `SELECT f.action, count(*)::int AS count FROM journal.frame f
  WHERE f.station_id = $2 AND f.received_at > $1 AND f.action IS NOT NULL GROUP BY f.action ORDER BY count DESC, f.action LIMIT 100`;

// What the index has counted, and what came after it.
const everybodys = `SELECT action, sum(frames)::int AS count FROM (
    SELECT action, frames FROM journal.frame_tally WHERE minute > $1 AND action <> ''
    UNION ALL
    SELECT action, 1 FROM journal.frame WHERE action IS NOT NULL AND received_at > greatest($1,
      coalesce((SELECT last_at FROM journal.frame_words ORDER BY last_at DESC LIMIT 1), $1))
  ) counted GROUP BY action ORDER BY count DESC, action LIMIT 100`;

/** How long frames are kept, as the gateways were told, and how old the oldest is. */
export async function messagesKept({ pool }: Pick<Context, "pool">): Promise<{ days?: number; oldest?: Date }> {
  const { rows } = await pool.query<{ days: number | null; oldest: Date | null }>(
    `SELECT (SELECT frame_days FROM gateway ORDER BY beat_at DESC LIMIT 1) AS days,
       (SELECT received_at FROM journal.frame ORDER BY received_at LIMIT 1) AS oldest`,
  );
  return { days: rows[0]?.days ?? undefined, oldest: rows[0]?.oldest ?? undefined };
}
