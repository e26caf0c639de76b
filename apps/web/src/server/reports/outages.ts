import { z } from "zod";
import type { Context } from "../context";
import { chosenSql, secondsSql, stretchesSql } from "./uptime-sql";

export const outagesAsked = z.object({
  station: z.int(),
  /** Local days of its site: the first, and the day after the last. */
  from: z.iso.date(),
  until: z.iso.date(),
});

/** A time in which a station was away, and how much of it counts. */
export interface Outage {
  from: Date;
  until: Date;
  countedS: number;
  excludedS: number;
  /** It is still away. */
  goesOn: boolean;
  /** How its connection ended, where it ended then. */
  closeCode: number | null;
  closeReason: string | null;
}

/** Every time a station was away in some days, as far as it was in these days. */
export async function outagesOf(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  { station, from, until }: z.output<typeof outagesAsked>,
): Promise<Outage[]> {
  const { rows } = await pool.query<Outage>(
    `SELECT lower(out) AS from, upper(out) AS until,
       ${secondsSql("tstzmultirange(out) - excluded.excluded")} AS "countedS",
       ${secondsSql("tstzmultirange(out) * excluded.excluded")} AS "excludedS",
       NOT c.connected AND upper(out) = $4::timestamptz AS "goesOn",
       ended.close_code AS "closeCode", ended.close_reason AS "closeReason"
     FROM (SELECT ${chosenSql} WHERE s.id = $1) c ${stretchesSql({ from: "$2", until: "$3", now: "$4" })}
     CROSS JOIN unnest(away.away) out
     LEFT JOIN LATERAL (
       SELECT n.close_code, n.close_reason FROM connection n
       WHERE n.station_id = c.id AND n.closed_at <= lower(out) ORDER BY n.closed_at DESC LIMIT 1
     ) ended ON TRUE
     ORDER BY lower(out)`,
    [station, from, until, clock()],
  );
  return rows;
}
