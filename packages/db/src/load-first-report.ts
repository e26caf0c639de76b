import type { FirstReport } from "@chargehand/domain/facts";
import type { Queryable } from "./pool";

/** The first message that carried a session's sequence number, and what it was answered. */
export async function loadFirstReport(
  client: Queryable,
  station: number,
  { session, sequence }: { session: number; sequence: number },
): Promise<FirstReport | undefined> {
  // A frame is never older than its session: this keeps the search within a few days' partitions.
  const { rows } = await client.query<{ call: string; answer: string }>(
    `SELECT call, answer FROM journal.frame
     WHERE station_id = $1 AND session_id = $2 AND sequence = $3 AND direction = 0 AND answer IS NOT NULL
       AND received_at >= (SELECT received_at FROM session WHERE id = $2) - interval '1 minute'
     ORDER BY received_at, id LIMIT 1`,
    [station, session, sequence],
  );
  const first = rows[0];
  return first && { payload: payloadOf(first.call, 3), answer: payloadOf(first.answer, 2) };
}

/** What a frame carries: its last element, in one spelling of JSON, so that white space makes no difference. */
function payloadOf(frame: string, position: number): string {
  const parsed: unknown = JSON.parse(frame);
  return JSON.stringify(Array.isArray(parsed) ? (parsed[position] ?? {}) : {});
}
