import { z } from "zod";
import type { Context } from "../context";
import { cursorOf, windowOf } from "../paging";
import { containing } from "../sql";
import { type Fares, ownFaresSql } from "./fares-sql";

/** A line of the list of sites. */
export interface SiteLine extends Fares {
  id: number;
  name: string;
  timeZone: string;
  address: string | null;
  hasPosition: boolean;
  powerW: number;
}

export const siteSearch = z.object({
  /** In the name or the address. */
  q: z.string().trim().max(200).default(""),
  limit: z.int().min(1).max(200).default(60),
  cursor: cursorOf(z.tuple([z.string(), z.int()])).optional(),
});

/** A window of the sites by their names; how they fare is counted for those of the window only. */
export async function findSites({ pool }: Pick<Context, "pool">, { q, limit, cursor }: z.output<typeof siteSearch>) {
  const { rows } = await pool.query<SiteLine>(
    `SELECT site.id, site.name, site.time_zone AS "timeZone", site.address,
       site.latitude IS NOT NULL AS "hasPosition", fares.*
     FROM (
       SELECT * FROM site
       WHERE ($1::text IS NULL OR (name, id) > ($1, $2::int))
         AND ($4 = '' OR lower(name) LIKE $5 OR lower(address) LIKE $5)
       ORDER BY name, id LIMIT $3
     ) site, ${ownFaresSql} ORDER BY site.name, site.id`,
    [cursor?.[0] ?? null, cursor?.[1] ?? null, limit + 1, q, containing(q)],
  );
  return windowOf(rows, limit, ({ name, id }) => [name, id]);
}
