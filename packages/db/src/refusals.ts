import type { Queryable } from "./pool";

/** An upgrade that was not taken, as the console shows it. */
export interface RefusalRow {
  at: Date;
  identity?: string;
  path: string;
  remoteAddress: string;
  status: number;
  reason: string;
  detail: string;
  offered?: string;
  userAgent?: string;
}

/** Writes refusals and the events that tell of them. The event belongs to the station of that name, where there is one. */
export async function insertRefusals(db: Queryable, rows: readonly RefusalRow[]): Promise<void> {
  await db.query(
    `WITH row AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS row(at timestamptz, identity text, path text, "remoteAddress" text,
         status integer, reason text, detail text, offered text, "userAgent" text)
     ), written AS (
       INSERT INTO refusal (at, identity, path, remote_address, status, reason, detail, offered, user_agent)
       SELECT at, identity, path, "remoteAddress", status, reason, detail, offered, "userAgent" FROM row
     )
     INSERT INTO journal.event (id, type, station_id, at, received_at, data)
     SELECT nextval('journal.event_id'), 'connection.refused', s.id, row.at, row.at,
       jsonb_build_object('type', 'connection.refused', 'identity', coalesce(row.identity, row.path), 'reason', row.reason)
     FROM row LEFT JOIN station s ON s.identity = row.identity`,
    [JSON.stringify(rows)],
  );
}
