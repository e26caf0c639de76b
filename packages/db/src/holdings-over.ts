import type { Queryable } from "./pool";

/** What a station is told to hold until some time and says nothing about when that comes. */
const timed = { reservation: "expiresAt", "display-message": "until" } as const;

/** A station's clock may run behind ours, and some tell the end themselves. */
const graceSeconds = 5;

/**
 * Takes away what is over by the time it was to be held until: stations of 1.6 have no message for it, and others may
 * be away when it comes. Returns how many stations hold less.
 */
export async function sweepHoldings(db: Queryable): Promise<number> {
  const { rowCount } = await db.query(
    `WITH over AS (
       DELETE FROM holding AS t USING json_each_text($1::json) AS timed(kind, field)
       WHERE t.kind = timed.kind AND t.value ->> timed.field < $2
       RETURNING t.station_id, t.kind
     ), left_over AS (
       DELETE FROM holding AS t USING session AS x
       WHERE t.kind = 'display-message' AND x.station_id = t.station_id AND x.wire_id = t.value ->> 'session'
         AND x.status = 'ended'
       RETURNING t.station_id, t.kind
     ), told AS (
       SELECT station_id, jsonb_build_object('type', 'holdings.changed', 'kinds', jsonb_agg(DISTINCT kind)) AS data
       FROM (TABLE over UNION ALL TABLE left_over) AS gone GROUP BY station_id
     )
     INSERT INTO journal.event (id, type, station_id, at, received_at, data)
     SELECT nextval('journal.event_id'), 'holdings.changed', station_id, now(), now(), data FROM told`,
    // Times are kept as text of one form, which sorts as they do.
    [JSON.stringify(timed), new Date(Date.now() - graceSeconds * 1000).toISOString()],
  );
  return rowCount ?? 0;
}
