import type { z } from "zod";
import type { Context } from "../context";
import type { stationAsked } from "./around";

/** A day of a station's line, by the clock of its site. */
export interface ConnectionDay {
  /** 2026-11-23 */
  day: string;
  opened: number;
  /** How its connections ended, the most frequent first. */
  closes: { code: number; count: number }[];
}

/** How often a station connected on each of the last fourteen days, the latest first; days without are there too. */
export async function connectionDays(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  { station }: z.output<typeof stationAsked>,
): Promise<ConnectionDay[]> {
  const { rows } = await pool.query<ConnectionDay>(
    `WITH zone AS (
       SELECT coalesce(site.time_zone, 'UTC') AS name
       FROM station s LEFT JOIN site ON site.id = s.site_id WHERE s.id = $1
     ), opened AS (
       SELECT (n.opened_at AT TIME ZONE zone.name)::date AS day, n.close_code AS code, count(*)::int AS count
       FROM connection n, zone
       WHERE n.station_id = $1 AND n.opened_at > $2::timestamptz - interval '15 days' GROUP BY 1, 2
     ), days AS (
       SELECT (($2::timestamptz AT TIME ZONE zone.name)::date - back) AS day FROM zone, generate_series(0, 13) AS back
     )
     SELECT days.day::text, coalesce(sum(opened.count), 0)::int AS opened,
       coalesce(jsonb_agg(jsonb_build_object('code', opened.code, 'count', opened.count) ORDER BY opened.count DESC, opened.code)
         FILTER (WHERE opened.code IS NOT NULL), '[]') AS closes
     FROM days LEFT JOIN opened USING (day) GROUP BY days.day ORDER BY days.day DESC`,
    [station, clock()],
  );
  return rows;
}
