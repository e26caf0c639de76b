import type { Measurement } from "@chargehand/domain/reading";
import { z } from "zod";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { cursorOf, encodeCursor } from "../paging";

/** One reading of a session's meter, as the station said it; what it did not say is null. */
export interface ReadingRow {
  at: Date;
  receivedAt: Date;
  evse: number;
  /** The register, not what this session has taken. */
  energyWh: number | null;
  powerW: number | null;
  stateOfCharge: number | null;
  offeredW: number | null;
  /** Everything else that was measured. */
  rest: Measurement[];
}

export const sessionReadings = z.object({
  id: z.int(),
  limit: z.int().min(1).max(1_000).default(200),
  /** Microseconds of the last time, and how many readings of that very time are told already. */
  cursor: cursorOf(z.tuple([z.string().regex(/^\d{1,17}$/), z.int().min(0)])).optional(),
});

/** A session's readings in the order of their times. */
export async function listReadings(
  { pool }: Pick<Context, "pool">,
  { id, limit, cursor }: z.output<typeof sessionReadings>,
): Promise<{ rows: ReadingRow[]; next?: string }> {
  const [micros, told] = cursor ?? ["0", 0];
  const { rows: sessions } = await pool.query<{ from: Date; to: Date }>(
    `SELECT received_at AS from, coalesce(end_received_at, now()) + interval '1 day' AS to FROM session WHERE id = $1`,
    [id],
  );
  const session = sessions[0];
  if (!session) throw new NotFound(`There is no session number ${id}.`);

  const { rows } = await pool.query<ReadingRow & { micros: string }>(
    `SELECT at, received_at AS "receivedAt", evse, energy_wh AS "energyWh", power_w AS "powerW",
       state_of_charge::float8 AS "stateOfCharge", offered_w AS "offeredW", coalesce(rest, '[]') AS rest,
       (extract(epoch FROM at) * 1000000)::bigint::text AS micros
     FROM journal.sample
     -- The bounds name the days whose partitions can hold readings of this session.
     WHERE session_id = $1 AND received_at BETWEEN $2 AND $3
       AND at >= timestamptz 'epoch' + $4::bigint * interval '1 microsecond'
     ORDER BY at, received_at, ctid OFFSET $5 LIMIT $6`,
    [id, session.from, session.to, micros, told, limit + 1],
  );
  const window = rows.slice(0, limit);
  const last = window.at(-1);
  if (!last || rows.length <= limit) return { rows: window };
  const sameTime = window.filter((row) => row.micros === last.micros).length;
  return { rows: window, next: encodeCursor([last.micros, sameTime + (last.micros === micros ? told : 0)]) };
}
