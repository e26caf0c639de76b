import type { Queryable } from "@chargehand/db/pool";

/** Which stations were heard of since a moment, and when last. */
export async function seenSince(database: Queryable, since: Date): Promise<[station: number, at: number][]> {
  const { rows } = await database.query<{ id: number; at: Date }>(
    // Who was seen is written in bulk, a little after it was seen.
    "SELECT id, last_seen_at AS at FROM station WHERE last_seen_at > $1::timestamptz - interval '30 seconds'",
    [since],
  );
  return rows.map(({ id, at }) => [id, at.getTime()]);
}
