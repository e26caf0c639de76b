import type { VendorMessage } from "@chargehand/domain/vendors/vendor-message";
import { jsonStatement } from "./journal-statement";

/** Counts vendors' own messages, and keeps what the last of each carried. */
export const vendorMessagesHeard = jsonStatement(
  "vendor-messages-heard",
  (row: VendorMessage, { station, receivedAt }) => ({ ...row, station, at: receivedAt }),
  `INSERT INTO public.vendor_message_heard AS t (station_id, vendor, message, count, first_at, last_at, last_data)
   SELECT u.station, u.vendor, u.message, count(*), min(u.at), max(u.at), (array_agg(u.data ORDER BY u.at DESC))[1]
   FROM json_to_recordset($1::json) AS u(station int, vendor text, message text, data text, at timestamptz)
   GROUP BY u.station, u.vendor, u.message
   ON CONFLICT (station_id, vendor, message) DO UPDATE SET
     count = t.count + excluded.count, last_at = excluded.last_at, last_data = excluded.last_data`,
);
