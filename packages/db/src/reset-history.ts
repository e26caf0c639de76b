import type { Queryable } from "./pool";

/** With fewer than this nothing is known of a model. */
const fewest = 5;
/** What stations of a model did long ago, with other firmware, says little. */
const mostConsidered = 200;

/** The seconds within which nineteen of twenty earlier resets of stations like this one ended in a boot; undefined where there were too few. */
export async function usualResetSeconds(client: Queryable, station: number): Promise<number | undefined> {
  const { rows } = await client.query<{ count: number; seconds: number | null }>(
    `SELECT count(*)::int AS count, percentile_cont(0.95) WITHIN GROUP (ORDER BY took) AS seconds FROM (
       SELECT extract(epoch FROM c.confirmed_at - coalesce(c.answered_at, c.sent_at))::float8 AS took
       FROM station s JOIN station like_it ON like_it.vendor = s.vendor AND like_it.model = s.model
       JOIN command c ON c.station_id = like_it.id
       WHERE s.id = $1 AND c.plan->'watch'->>'for' = 'boot' AND c.proof = 'confirmed' AND c.answer = 'accepted'
       ORDER BY c.id DESC LIMIT ${mostConsidered}
     ) AS earlier`,
    [station],
  );
  const [row] = rows;
  return row && row.count >= fewest ? (row.seconds ?? undefined) : undefined;
}
