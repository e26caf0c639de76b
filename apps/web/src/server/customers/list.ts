import { z } from "zod";
import type { Context } from "../context";

export const customerReports = z.object({ station: z.int() });

/** What a station told of a customer when it was asked. */
export interface CustomerReport {
  /** The command that asked. */
  command: number;
  at: Date;
  /** All parts are there. */
  complete: boolean;
  parts: number;
  /** Put together in order; of a report that is not whole, nothing. */
  text: string | null;
}

/** The reports of a station, newest first. */
export async function listCustomerReports(
  { pool }: Pick<Context, "pool">,
  { station }: z.output<typeof customerReports>,
): Promise<CustomerReport[]> {
  const { rows } = await pool.query<CustomerReport>(
    `SELECT command, at, parts, complete, CASE WHEN complete THEN text END AS text FROM (
       SELECT (value ->> 'requestId')::int AS command, max(at) AS at, count(*)::int AS parts,
         count(*) = max((value ->> 'sequence')::int) FILTER (WHERE (value ->> 'last')::boolean) + 1 AS complete,
         string_agg(value ->> 'text', '' ORDER BY (value ->> 'sequence')::int) AS text
       FROM holding WHERE station_id = $1 AND kind = 'customer-information' GROUP BY 1
     ) AS report ORDER BY at DESC LIMIT 50`,
    [station],
  );
  return rows.map((row) => ({ ...row, complete: row.complete === true }));
}
