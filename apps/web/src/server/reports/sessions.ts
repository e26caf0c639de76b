import { z } from "zod";
import type { Context } from "../context";
import { energySql } from "../sessions/energy-sql";
import { sqlParameters } from "../sql";
import { moneySql, oddDigits } from "./money-sql";

export const sessionReport = z.object({
  by: z.enum(["month", "site", "token"]),
  /** Local days of each site: the first, and the day after the last. */
  from: z.iso.date(),
  until: z.iso.date(),
  site: z.int().optional(),
  limit: z.int().min(1).max(1_000_000).default(200),
});

/** Sessions that have something in common, added up. What could not be counted is told apart, never taken for nothing. */
export interface SessionSums {
  /** The month, the site's name, or the token; null for those that have none. */
  key: string | null;
  sessions: number;
  /** How many of them said how much they took, how long they were, and have a price. */
  withEnergy: number;
  withDuration: number;
  withMoney: number;
  energyWh: number;
  seconds: number;
  /** Decimal text by currency. */
  money: Record<string, string>;
}

/** Ended sessions of some days, by what they have in common: those with the most energy first, months in their order. */
export async function sumSessions(
  { pool }: Pick<Context, "pool">,
  { by, from, until, site, limit }: z.output<typeof sessionReport>,
): Promise<SessionSums[]> {
  const parameters = sqlParameters();
  const [start, end, digits] = [from, until, JSON.stringify(oddDigits())].map((each) => parameters.add(each));
  const local = "(x.received_at AT TIME ZONE coalesce(site.time_zone, 'UTC'))";
  const ofSite = site === undefined ? "" : `AND s.site_id = ${parameters.add(site)}`;
  const { rows } = await pool.query<SessionSums>(
    `WITH each AS (
       SELECT ${keys[by].replaceAll("local", local)} AS key, ${energySql} AS energy, x.tariff->>'currency' AS currency,
         extract(epoch FROM coalesce(x.ended_at, x.closed_at) - x.started_at)::float8 AS seconds, ${moneySql(digits ?? "")} AS money
       FROM session x JOIN station s ON s.id = x.station_id LEFT JOIN site ON site.id = s.site_id
       WHERE (x.status = 'ended' OR x.closed_at IS NOT NULL) AND NOT (x.orphan AND x.joined_to IS NOT NULL) ${ofSite}
         -- Days begin at different moments at different sites: the index gives what may be meant, the second line what is.
         AND x.received_at >= ${start}::date - interval '15 hours' AND x.received_at < ${end}::date + interval '15 hours'
         AND ${local} >= ${start}::date AND ${local} < ${end}::date
     ), by_currency AS (
       SELECT key, CASE WHEN money IS NOT NULL THEN currency END AS currency, count(*) AS sessions, count(energy) AS with_energy,
         count(seconds) AS with_duration, count(money) AS with_money, sum(energy) AS energy, sum(seconds) AS seconds, sum(money) AS money
       FROM each GROUP BY 1, 2
     )
     SELECT ${by === "month" ? "to_char(key, 'YYYY-MM')" : "key"} AS key, sum(sessions)::int AS sessions, sum(with_energy)::int AS "withEnergy", sum(with_duration)::int AS "withDuration",
       sum(with_money)::int AS "withMoney", coalesce(sum(energy), 0) AS "energyWh", coalesce(sum(seconds), 0) AS seconds,
       coalesce(jsonb_object_agg(currency, money::text) FILTER (WHERE currency IS NOT NULL), '{}') AS money
     FROM by_currency GROUP BY by_currency.key ORDER BY ${by === "month" ? "1" : '"energyWh" DESC, 1'} LIMIT ${parameters.add(limit)}`,
    parameters.values,
  );
  return rows;
}

const keys = {
  // Written out at the end, a dozen times instead of a million.
  month: "date_trunc('month', local)",
  site: "site.name",
  token: "coalesce(x.given_token, x.token)",
} as const;
