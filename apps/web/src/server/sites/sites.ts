import { z } from "zod";
import type { Context } from "../context";
import { cursorOf, windowOf } from "../paging";

export interface SiteRow {
  id: number;
  name: string;
  timeZone: string;
  address: string | null;
  stations: number;
  connected: number;
  /** Stations with at least one connector out of order. */
  faulted: number;
  powerW: number;
}

/** Every site by its name, with how its stations fare. */
export async function listSites({ pool }: Pick<Context, "pool">): Promise<SiteRow[]> {
  const { rows } = await pool.query<SiteRow>(
    `WITH running AS (
       SELECT station_id, sum(power_w) AS power_w FROM session WHERE status = 'open' GROUP BY station_id
     ), fares AS (
       SELECT s.site_id, count(*)::int AS stations, (count(*) FILTER (WHERE s.connected))::int AS connected,
         (count(*) FILTER (WHERE s.connected
           AND s.id IN (SELECT station_id FROM connector WHERE status = 'faulted')))::int AS faulted,
         sum(running.power_w)::float8 AS power_w
       FROM station s LEFT JOIN running ON running.station_id = s.id
       WHERE s.approval = 'approved' AND s.site_id IS NOT NULL GROUP BY s.site_id
     )
     SELECT site.id, site.name, site.time_zone AS "timeZone", site.address,
       coalesce(fares.stations, 0) AS stations, coalesce(fares.connected, 0) AS connected,
       coalesce(fares.faulted, 0) AS faulted, coalesce(fares.power_w, 0) AS "powerW"
     FROM site LEFT JOIN fares ON fares.site_id = site.id ORDER BY site.name`,
  );
  return rows;
}

export const sitePage = z.object({
  limit: z.int().min(1).max(500).default(100),
  cursor: cursorOf(z.tuple([z.string(), z.int()])).optional(),
});

/** Sites by their names, a window of them, without how they fare: that is counted over every station there is. */
export async function pageOfSites({ pool }: Pick<Context, "pool">, { limit, cursor }: z.output<typeof sitePage>) {
  const { rows } = await pool.query<Pick<SiteRow, "id" | "name" | "timeZone" | "address">>(
    `SELECT id, name, time_zone AS "timeZone", address FROM site
     WHERE $1::text IS NULL OR (name, id) > ($1, $2::int) ORDER BY name, id LIMIT $3`,
    [cursor?.[0] ?? null, cursor?.[1] ?? null, limit + 1],
  );
  return windowOf(rows, limit, ({ name, id }) => [name, id]);
}
