import type { DomainEvent } from "@chargehand/domain/event";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { frameRef } from "../messages/reference";

/** What happened at the station around a session, and the frames that carried the session. */
export interface Timeline {
  events: { at: Date; receivedAt: Date; event: DomainEvent }[];
  frames: { ref: string; receivedAt: Date; action: string | null; sequence: number | null }[];
}

/** From five minutes before a session until fifteen after it. */
export async function sessionTimeline({ pool }: Pick<Context, "pool">, id: number): Promise<Timeline> {
  const { rows: sessions } = await pool.query<{ station: number; evse: number | null; from: Date; to: Date }>(
    `SELECT station_id AS station, evse, received_at - interval '5 minutes' AS from,
       coalesce(end_received_at, now()) + interval '15 minutes' AS to
     FROM session WHERE id = $1`,
    [id],
  );
  const session = sessions[0];
  if (!session) throw new NotFound(`There is no session number ${id}.`);
  const { station, evse, from, to } = session;

  const [events, frames] = await Promise.all([
    pool.query<Timeline["events"][number]>(
      `SELECT at, received_at AS "receivedAt", data AS event FROM journal.event
       WHERE station_id = $1 AND received_at BETWEEN $2 AND $3
         AND CASE
           WHEN session_id IS NOT NULL THEN session_id = $4
           WHEN type LIKE 'connector.%' THEN (data->>'evse')::int = $5 OR (data->>'evse')::int = 0
           ELSE type <> 'variables.reported' END
       ORDER BY received_at, xid, id LIMIT 500`,
      [station, from, to, id, evse],
    ),
    pool.query<{ id: string; micros: string; receivedAt: Date; action: string | null; sequence: number | null }>(
      `SELECT id::text, (extract(epoch FROM received_at) * 1000000)::bigint::text AS micros, received_at AS "receivedAt",
         action, sequence
       FROM journal.frame WHERE station_id = $1 AND received_at BETWEEN $2 AND $3 AND session_id = $4
       ORDER BY received_at, id LIMIT 2000`,
      [station, from, to, id],
    ),
  ]);
  return {
    events: events.rows,
    frames: frames.rows.map(({ id, micros, ...frame }) => ({ ref: frameRef({ station, micros, id }), ...frame })),
  };
}
