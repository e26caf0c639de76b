import { z } from "zod";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { type Writer, write } from "../write";

export interface ListRow {
  id: number;
  /** all, site, station */
  scope: "all" | "site" | "station";
  site: { id: number; name: string } | null;
  station: { id: number; identity: string } | null;
  enabled: boolean;
  kinds: string[];
  groups: string[];
  withBlocked: boolean;
  /** Whether it is brought to its stations without a person. */
  byItself: boolean;
  /** How many tokens its filter takes. */
  tokens: number;
  /** The stations it is for, those that are proven to hold a list, and those where it is on its way or failed. */
  stations: number;
  held: number;
  underWay: number;
  failed: number;
}

/** The lists there are: that of all first, then by site and station. */
export async function allLists({ pool }: Pick<Context, "pool">): Promise<ListRow[]> {
  const { rows } = await pool.query<ListRow>(
    `WITH chosen AS (
       SELECT s.id AS station, (
         SELECT l.id FROM local_list l
         WHERE l.enabled AND (l.scope = 'all' OR l.site_id = s.site_id OR l.station_id = s.id)
         ORDER BY l.station_id IS NULL, l.site_id IS NULL LIMIT 1
       ) AS list FROM station s WHERE s.approval = 'approved'
     ), counted AS (
       SELECT c.list, count(*)::int AS stations, count(h.held_version)::int AS held,
         count(*) FILTER (WHERE h.state IN ('due', 'reading', 'sending'))::int AS "underWay",
         count(*) FILTER (WHERE h.state IN ('failed', 'unable'))::int AS failed
       FROM chosen c LEFT JOIN station_list h ON h.station_id = c.station WHERE c.list IS NOT NULL GROUP BY c.list
     )
     SELECT l.id, split_part(l.scope, ':', 1) AS scope, l.enabled, l.kinds, l.groups, l.with_blocked AS "withBlocked", l.by_itself AS "byItself",
       CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS site,
       CASE WHEN x.id IS NOT NULL THEN json_build_object('id', x.id, 'identity', x.identity) END AS station,
       (SELECT count(*)::int FROM token t WHERE (cardinality(l.kinds) = 0 OR t.kind = ANY (l.kinds))
          AND (cardinality(l.groups) = 0 OR t."group" = ANY (l.groups))) AS tokens,
       coalesce(c.stations, 0) AS stations, coalesce(c.held, 0) AS held, coalesce(c."underWay", 0) AS "underWay",
       coalesce(c.failed, 0) AS failed
     FROM local_list l LEFT JOIN site s ON s.id = l.site_id LEFT JOIN station x ON x.id = l.station_id
       LEFT JOIN counted c ON c.list = l.id
     ORDER BY l.station_id IS NOT NULL, l.site_id IS NOT NULL, s.name, x.identity`,
  );
  return rows;
}

export const listWish = z.object({
  scope: z.union([z.literal("all"), z.strictObject({ site: z.int() }), z.strictObject({ station: z.int() })]),
  enabled: z.boolean().default(true),
  kinds: z.array(z.string().trim().min(1).max(40)).max(50).default([]),
  groups: z.array(z.string().trim().min(1).max(255)).max(500).default([]),
  withBlocked: z.boolean().default(true),
  byItself: z.boolean().default(true),
});

/** Says which list stations are to hold: one for each scope, so the same again changes it. */
export const saveList = (context: Writer, { scope, ...wish }: z.output<typeof listWish>) =>
  write(context, async (tx, tell) => {
    const siteId = typeof scope === "object" && "site" in scope ? scope.site : null;
    const stationId = typeof scope === "object" && "station" in scope ? scope.station : null;
    if (siteId !== null && !(await tx.site.findUnique({ where: { id: siteId } }))) {
      throw new NotFound(`There is no site number ${siteId}.`);
    }
    if (stationId !== null && !(await tx.station.findUnique({ where: { id: stationId } }))) {
      throw new NotFound(`There is no station number ${stationId}.`);
    }
    const named = siteId !== null ? `site:${siteId}` : stationId !== null ? `station:${stationId}` : "all";
    const before = await tx.localList.findUnique({ where: { scope: named } });
    const { id } = await tx.localList.upsert({
      where: { scope: named },
      create: { scope: named, siteId, stationId, ...wish },
      update: wish,
    });
    tell.audit({
      action: "local-list.save",
      subject: `local-list:${named}`,
      before: before ? kept(before) : undefined,
      after: wish,
    });
    tell.tokens();
    return { id };
  });

const kept = ({ enabled, kinds, groups, withBlocked, byItself }: Omit<z.output<typeof listWish>, "scope">) => ({
  ...{ enabled, kinds, groups, withBlocked, byItself },
});

/** Wants a list no longer. What stations hold stays there until they are sent another. */
export const removeList = (context: Writer, id: number) =>
  write(context, async (tx, tell) => {
    const list = await tx.localList.findUnique({ where: { id } });
    if (!list) throw new NotFound("This list has been removed already.");
    await tx.localList.delete({ where: { id } });
    tell.audit({ action: "local-list.remove", subject: `local-list:${list.scope}`, before: { kinds: list.kinds } });
    // Its stations may have another one now.
    tell.tokens();
  });
