import type { Context } from "../context";

/** What stations ran before a rollout. */
export interface RanBefore {
  version: string;
  /** So many of those that it has told. */
  stations: number;
  /** It, in the library. */
  image: number | null;
}

/** What most stations of a rollout ran when it told them first: what rolling it back means; null where nobody knows. */
export async function ranBefore({ pool }: Pick<Context, "pool">, id: number): Promise<RanBefore | null> {
  const { rows } = await pool.query<RanBefore>(
    `SELECT b.version, count(*)::int AS stations, (
         SELECT i.id FROM firmware_image i
         WHERE i.version = b.version AND lower(i.vendor) = b.vendor AND lower(i.model) = b.model
         ORDER BY i.id DESC LIMIT 1
       ) AS image
     FROM campaign g CROSS JOIN LATERAL (
       SELECT DISTINCT ON (c.station_id) c.plan #>> '{watch,before}' AS version, lower(s.vendor) AS vendor,
         lower(s.model) AS model
       FROM command c JOIN station s ON s.id = c.station_id
       WHERE c.campaign_id = g.id AND c.plan #>> '{watch,before}' IS NOT NULL
       ORDER BY c.station_id, c.id
     ) b
     WHERE g.id = $1 AND b.version IS DISTINCT FROM g.work ->> 'version'
     GROUP BY b.version, b.vendor, b.model ORDER BY stations DESC, image DESC NULLS LAST LIMIT 1`,
    [id],
  );
  return rows[0] ?? null;
}
