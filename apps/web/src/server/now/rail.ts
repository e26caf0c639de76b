import type { Context } from "../context";

/** The few numbers worth seeing from every page. */
export interface RailNumbers {
  stations: number;
  /** Whether any connector is out of order. */
  faulted: boolean;
  /** Stations that wait for approval. */
  waiting: number;
  openSessions: number;
  /** Commands of the last day that were accepted and never seen to have happened. */
  unproven: number;
  /** What is wrong and not muted, and whether any of it is critical. */
  issues: number;
  critical: boolean;
  /** Connections of the last hour that were not taken. */
  refused: number;
}

/** Counts them in one statement, each by an index. */
export async function railNumbers({ pool, clock }: Pick<Context, "pool" | "clock">): Promise<RailNumbers> {
  const { rows } = await pool.query<RailNumbers>(
    `SELECT (SELECT count(*)::int FROM station WHERE approval = 'approved') AS stations,
       EXISTS (
         SELECT FROM connector c JOIN station s ON s.id = c.station_id
         WHERE c.status = 'faulted' AND s.connected AND s.approval = 'approved') AS faulted,
       (SELECT count(*)::int FROM station WHERE approval = 'waiting') AS waiting,
       (SELECT count(*)::int FROM session WHERE status = 'open' AND closed_at IS NULL) AS "openSessions",
       (SELECT count(*)::int FROM command
         WHERE proof = 'unproven' AND probe_of IS NULL AND unproven_at > $1::timestamptz - interval '1 day') AS unproven,
       (SELECT count(*)::int FROM issue WHERE state <> 'resolved' AND (muted_until > $1) IS NOT TRUE) AS issues,
       EXISTS (SELECT FROM issue WHERE state <> 'resolved' AND severity = 1 AND (muted_until > $1) IS NOT TRUE) AS critical,
       (SELECT count(*)::int FROM refusal WHERE at > $1::timestamptz - interval '1 hour') AS refused`,
    [clock()],
  );
  if (!rows[0]) throw new Error("the numbers of the rail came back empty");
  return rows[0];
}
