import { z } from "zod";
import type { Context } from "../context";
import { cursorOf, windowOf } from "../paging";
import { sqlParameters } from "../sql";
import { month } from "./month";
import { chosenSql, secondsSql, stretchesSql } from "./uptime-sql";

export const uptimeAsked = z.object({ month, site: z.int().optional() });
export const uptimePage = uptimeAsked.extend({
  limit: z.int().min(1).max(500).default(50),
  cursor: cursorOf(z.tuple([z.string(), z.int()])).optional(),
});

/** How long stations had to be there, were away, and how much of that does not count; in seconds. */
interface UptimeSums {
  dueS: number;
  awayS: number;
  excludedS: number;
  outages: number;
}

/** One station's month, and its last ninety days. */
export interface UptimeRow extends UptimeSums {
  id: number;
  identity: string;
  name: string | null;
  site: string | null;
  siteId: number | null;
  zone: string;
  /** When it was first connected; null where it never was. */
  since: Date | null;
  /** Of each day the share in which it was there, or null where nothing was due. */
  days: (number | null)[];
}

/** The first day of a month, the day after it, and the first of the ninety days that end with it. */
function daysOf(month: string): { from: string; until: string; first: string } {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const until = new Date(Date.UTC(year, number, 1));
  return {
    from: `${month}-01`,
    until: day(until),
    first: day(new Date(until.getTime() - heatDays * 86_400_000)),
  };
}

const heatDays = 90;

/** What a month comes to, of the stretches of a statement: what is away within what was excluded counts as there. */
const sumsSql = (within: string) => `${secondsSql(`due.due * ${within}`)} AS "dueS",
  ${secondsSql(`(away.away - excluded.excluded) * ${within}`)} AS "awayS",
  ${secondsSql(`away.away * excluded.excluded * ${within}`)} AS "excludedS",
  (SELECT count(*)::int FROM unnest((away.away - excluded.excluded) * ${within})) AS outages`;

/** A window of stations by their identities, each with its month and ninety days. */
export async function pageOfUptime(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  { month, site, limit, cursor }: z.output<typeof uptimePage>,
): Promise<{ rows: UptimeRow[]; next?: string; first: string }> {
  const { from, until, first } = daysOf(month);
  const parameters = sqlParameters();
  const [start, end, now, monthStart] = [first, until, clock(), from].map((each) => parameters.add(each));
  const bounds = `tstzmultirange(tstzrange(${monthStart}::date::timestamp AT TIME ZONE c.zone, 'infinity'))`;
  const conditions = [
    "s.approval = 'approved'",
    ...(site === undefined ? [] : [`s.site_id = ${parameters.add(site)}`]),
    ...(cursor ? [`(s.identity, s.id) > (${parameters.add(cursor[0])}, ${parameters.add(cursor[1])}::int)`] : []),
  ];
  const { rows } = await pool.query<UptimeRow>(
    `WITH c AS MATERIALIZED (
       SELECT ${chosenSql} WHERE ${conditions.join(" AND ")} ORDER BY s.identity, s.id LIMIT ${parameters.add(limit + 1)}
     )
     SELECT c.id, c.identity, c.name, c.site_name AS site, c.site_id AS "siteId", c.zone, first.seen AS since, ${sumsSql(bounds)},
       (SELECT array_agg(CASE WHEN isempty(due.due * day.day) THEN NULL
           ELSE 1 - ${secondsSql("(away.away - excluded.excluded) * day.day")} / ${secondsSql("due.due * day.day")} END ORDER BY day.at)
         FROM (SELECT at, tstzmultirange(tstzrange(at AT TIME ZONE c.zone, (at + interval '1 day') AT TIME ZONE c.zone)) AS day
           FROM generate_series(${start}::date::timestamp, ${end}::date::timestamp - interval '1 day', '1 day') at) day) AS days
     FROM c ${stretchesSql({ from: start ?? "", until: end ?? "", now: now ?? "" })}
     ORDER BY c.identity, c.id`,
    parameters.values,
  );
  return { ...windowOf(rows, limit, ({ identity, id }) => [identity, id]), first };
}

/** A month of all the stations together. */
export async function sumOfUptime(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  { month, site }: z.output<typeof uptimeAsked>,
): Promise<UptimeSums & { stations: number }> {
  const { from, until } = daysOf(month);
  const parameters = sqlParameters();
  const [start, end, now] = [from, until, clock()].map((each) => parameters.add(each));
  const ofSite = site === undefined ? "" : `AND s.site_id = ${parameters.add(site)}`;
  const { rows } = await pool.query<UptimeSums & { stations: number }>(
    `SELECT count(*) FILTER (WHERE "dueS" > 0)::int AS stations, coalesce(sum("dueS"), 0) AS "dueS",
       coalesce(sum("awayS"), 0) AS "awayS", coalesce(sum("excludedS"), 0) AS "excludedS", coalesce(sum(outages), 0)::int AS outages
     FROM (
       SELECT ${sumsSql("'{(,)}'::tstzmultirange")}
       FROM (SELECT ${chosenSql} WHERE s.approval = 'approved' ${ofSite}) c
         ${stretchesSql({ from: start ?? "", until: end ?? "", now: now ?? "" })}
     ) each`,
    parameters.values,
  );
  return rows[0] ?? { stations: 0, dueS: 0, awayS: 0, excludedS: 0, outages: 0 };
}
