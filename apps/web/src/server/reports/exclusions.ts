import { z } from "zod";
import type { Context } from "../context";
import { NotFound, Refused } from "../errors";
import { type Writer, write } from "../write";

export const exclusionFields = z
  .object({
    of: z.union([z.object({ station: z.int() }), z.object({ site: z.int() })]),
    from: z.iso.datetime({ offset: true }),
    until: z.iso.datetime({ offset: true }),
    reason: z.string().trim().min(1).max(500),
  })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), "It must end after it begins.");

export const exclusionsAsked = z.object({ site: z.int().optional(), station: z.int().optional() });

/** Time that does not count, who said so, and who took it back. */
interface Exclusion {
  id: number;
  station: string | null;
  site: string | null;
  from: Date;
  until: Date;
  reason: string;
  setBy: string;
  setAt: Date;
  removedBy: string | null;
  removedAt: Date | null;
}

/** Takes a time out of the uptime of a station, or of all of a site. */
export const exclude = (context: Writer, { of, from, until, reason }: z.output<typeof exclusionFields>) =>
  write(context, async (tx, tell) => {
    const place =
      "station" in of
        ? await tx.station.findUnique({ where: { id: of.station } })
        : await tx.site.findUnique({ where: { id: of.site } });
    if (!place) throw new NotFound("There is no such station or site.");
    const { id } = await tx.uptimeExclusion.create({
      data: {
        ...("station" in of ? { stationId: of.station } : { siteId: of.site }),
        ...{ fromAt: new Date(from), untilAt: new Date(until), reason },
        ...{ setBy: context.person.name, setAt: context.clock() },
      },
    });
    const subject = "station" in of ? `station:${of.station}` : `site:${of.site}`;
    tell.audit({ action: "uptime.exclude", subject, after: { exclusion: id, from, until, reason } });
    return { id };
  });

/** Takes an exclusion back: the time counts again, and the report still shows who had taken it out. */
export const include = (context: Writer, { id }: { id: number }): Promise<void> =>
  write(context, async (tx, tell) => {
    const found = await tx.uptimeExclusion.findUnique({ where: { id } });
    if (!found) throw new NotFound(`There is no exclusion number ${id}.`);
    const removed = { removedAt: context.clock(), removedBy: context.person.name };
    const { count } = await tx.uptimeExclusion.updateMany({ where: { id, removedAt: null }, data: removed });
    if (count === 0) throw new Refused("This exclusion was taken back already.");
    const subject = found.stationId === null ? `site:${found.siteId}` : `station:${found.stationId}`;
    tell.audit({ action: "uptime.include", subject, before: { exclusion: id, reason: found.reason } });
  });

/** The exclusions that touch a site or a station, or all, newest first. */
export async function exclusionsOf(
  { pool }: Pick<Context, "pool">,
  { site, station }: z.output<typeof exclusionsAsked>,
): Promise<Exclusion[]> {
  const { rows } = await pool.query<Exclusion>(
    `SELECT e.id, s.identity AS station, coalesce(site.name, home.name) AS site, e.from_at AS from, e.until_at AS until, e.reason,
       e.set_by AS "setBy", e.set_at AS "setAt", e.removed_by AS "removedBy", e.removed_at AS "removedAt"
     FROM uptime_exclusion e LEFT JOIN station s ON s.id = e.station_id LEFT JOIN site ON site.id = e.site_id
       LEFT JOIN site home ON home.id = s.site_id
     WHERE ($1::int IS NULL OR e.site_id = $1 OR s.site_id = $1)
       AND ($2::int IS NULL OR e.station_id = $2 OR e.site_id = (SELECT site_id FROM station WHERE id = $2))
     ORDER BY e.id DESC LIMIT 200`,
    [site ?? null, station ?? null],
  );
  return rows;
}
