import { z } from "zod";
import type { Context } from "../context";

export const securityEventList = z.object({ station: z.int(), limit: z.int().min(1).max(200).default(50) });

/** What a station reported about its security. */
export interface SecurityEventRow {
  id: string;
  /** By the station's own clock, and by ours. */
  at: Date;
  receivedAt: Date;
  what: string;
  critical: boolean;
  info: string | null;
}

/** The latest of them. */
export async function listSecurityEvents(
  { pool }: Pick<Context, "pool">,
  { station, limit }: z.output<typeof securityEventList>,
): Promise<SecurityEventRow[]> {
  const { rows } = await pool.query<SecurityEventRow>(
    `SELECT id::text, at, received_at AS "receivedAt", data ->> 'what' AS what,
       (data ->> 'critical')::boolean AS critical, data ->> 'info' AS info
     FROM journal.event WHERE type = 'security.reported' AND station_id = $1 ORDER BY received_at DESC, id DESC LIMIT $2`,
    [station, limit],
  );
  return rows;
}
