import { z } from "zod";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { type SamplePoint, type Series, seriesOf } from "./series";

export const samplesOf = z.object({ id: z.int(), points: z.int().min(10).max(2_000).default(600) });

/** A session's readings, ready for a chart. */
export async function sessionSamples(
  { pool }: Pick<Context, "pool">,
  { id, points }: z.output<typeof samplesOf>,
): Promise<Series> {
  const { rows: sessions } = await pool.query<{ from: Date; to: Date; start: number | null }>(
    `SELECT received_at AS from, coalesce(end_received_at, now()) + interval '1 day' AS to, meter_start_wh AS start
     FROM session WHERE id = $1`,
    [id],
  );
  const session = sessions[0];
  if (!session) throw new NotFound(`There is no session number ${id}.`);

  const { rows } = await pool.query<Omit<SamplePoint, "at"> & { at: Date }>(
    `SELECT at, power_w AS "powerW", energy_wh - $4::float8 AS "energyWh", state_of_charge::float8 AS "stateOfCharge",
       offered_w AS "offeredW"
     FROM journal.sample
     -- The bounds name the days whose partitions can hold readings of this session.
     WHERE session_id = $1 AND received_at BETWEEN $2 AND $3
     ORDER BY at LIMIT 50000`,
    [id, session.from, session.to, session.start],
  );
  return seriesOf(
    rows.map((row) => ({ ...row, at: row.at.getTime() })),
    points,
  );
}
