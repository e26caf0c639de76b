import { z } from "zod";
import type { Context } from "../context";
import { Conflict } from "../errors";
import { type Writer, write } from "../write";

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

/** Every site with how its stations fare. */
export async function listSites({ pool }: Pick<Context, "pool">): Promise<SiteRow[]> {
  const { rows } = await pool.query<SiteRow>(
    `SELECT site.id, site.name, site.time_zone AS "timeZone", site.address,
       count(s.id)::int AS stations,
       (count(s.id) FILTER (WHERE s.connected))::int AS connected,
       (count(s.id) FILTER (WHERE s.connected AND EXISTS (
         SELECT FROM connector c WHERE c.station_id = s.id AND c.status = 'faulted')))::int AS faulted,
       coalesce(sum((SELECT sum(x.power_w) FROM session x WHERE x.station_id = s.id AND x.status = 'open')), 0)::float8 AS "powerW"
     FROM site LEFT JOIN station s ON s.site_id = site.id AND s.approval = 'approved'
     GROUP BY site.id ORDER BY site.name`,
  );
  return rows;
}

const timeZone = z.string().refine((zone) => {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined;
  } catch {
    // A zone that nobody knows is the only way this fails.
    return false;
  }
}, "This is no time zone; write it like Europe/Berlin.");

export const siteCreation = z.object({
  name: z.string().trim().min(1, "A site needs a name.").max(200),
  timeZone: timeZone.default("UTC"),
  address: z.string().trim().max(500).optional(),
});

/** A new place where stations stand. */
export const createSite = (context: Writer, { name, timeZone, address }: z.output<typeof siteCreation>) =>
  write(context, async (tx, tell) => {
    if (await tx.site.findUnique({ where: { name } })) throw new Conflict(`There is a site called ${name} already.`);
    const { id } = await tx.site.create({ data: { name, timeZone, address: address || null } });
    tell.audit({ action: "site.create", subject: `site:${id}`, after: { name, timeZone, address: address ?? null } });
    return { id, name };
  });
