import type { VendorAnswer } from "@chargehand/domain/vendors/vendor-message";
import type { Context } from "../context";

/** A vendor's own message that a station sent, with what we know of it. */
export interface HeardMessage {
  vendor: string;
  message: string;
  count: number;
  lastAt: Date;
  lastData: string | null;
  /** Absent where we know nothing of it. */
  name: string | null;
  answer: VendorAnswer | null;
}

/** What a station said in its vendor's own words, the latest first. */
export async function heardFrom({ pool }: Pick<Context, "pool">, station: number): Promise<HeardMessage[]> {
  const { rows } = await pool.query<HeardMessage>(
    `SELECT h.vendor, h.message, h.count, h.last_at AS "lastAt", h.last_data AS "lastData", m.name, m.answer
     FROM vendor_message_heard h LEFT JOIN vendor_message m ON m.vendor = h.vendor AND m.message = h.message
     WHERE h.station_id = $1 ORDER BY h.last_at DESC LIMIT 200`,
    [station],
  );
  return rows;
}
