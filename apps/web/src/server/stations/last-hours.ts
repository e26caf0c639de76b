import type { Context } from "../context";

/** What a station's connectors drew together, in steps of two minutes. */
export interface LastHour {
  station: number;
  at: number[];
  powerW: number[];
}

/** The last hour of some stations, for the lines in their rows. */
export async function lastHours({ pool, clock }: Pick<Context, "pool" | "clock">, ids: number[]): Promise<LastHour[]> {
  const since = new Date(clock().getTime() - 3_600_000);
  const { rows } = await pool.query<LastHour>(
    `WITH steps AS (
       SELECT x.station_id, x.id, date_bin('2 minutes', p.at, 'epoch') AS at, avg(p.power_w) AS power
       FROM session x JOIN journal.sample p ON p.session_id = x.id AND p.at >= $2
         -- A reading never arrives before it is made, but for a station's fast clock.
         AND p.received_at >= $2::timestamptz - interval '1 day'
       WHERE x.station_id = ANY($1::int[]) AND (x.status = 'open' OR x.end_received_at >= $2) AND p.power_w IS NOT NULL
       GROUP BY 1, 2, 3
     ), together AS (
       SELECT station_id, at, sum(power) AS power FROM steps GROUP BY 1, 2
     )
     SELECT station_id AS station, array_agg((extract(epoch FROM at) * 1000)::float8 ORDER BY at) AS at,
       array_agg(round(power)::float8 ORDER BY at) AS "powerW"
     FROM together GROUP BY station_id ORDER BY station_id`,
    [ids, since],
  );
  return rows;
}
