import type { Queryable } from "./pool";

/** Enters a gateway process into the list of those that run. */
export async function enterGateway(db: Queryable, { frameDays }: { frameDays: number }): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    "INSERT INTO gateway (started_at, beat_at, frame_days) VALUES (now(), now(), $1) RETURNING id",
    [frameDays],
  );
  const row = rows[0];
  if (!row) throw new Error("The gateway could not enter itself into the database");
  return row.id;
}

export async function beatGateway(db: Queryable, gateway: number): Promise<void> {
  await db.query("UPDATE gateway SET beat_at = now() WHERE id = $1", [gateway]);
}

export async function leaveGateway(db: Queryable, gateway: number): Promise<void> {
  await db.query("UPDATE gateway SET stopped_at = now() WHERE id = $1", [gateway]);
}

/**
 * Marks the stations of gateways that died as disconnected, and gives each a new epoch, so that a gateway that was only
 * asleep cannot go on speaking for them. Returns how many.
 */
export async function releaseStationsOfTheDead(db: Queryable, silentSeconds: number): Promise<number> {
  const { rowCount } = await db.query(
    `WITH dead AS (
       SELECT id FROM gateway WHERE stopped_at IS NOT NULL OR beat_at < now() - make_interval(secs => $1)
     ), orphaned AS MATERIALIZED (
       SELECT s.id, s.epoch FROM station s JOIN dead ON dead.id = s.gateway_id WHERE s.connected
       ORDER BY s.id FOR UPDATE OF s SKIP LOCKED
     ), ended AS (
       UPDATE connection c SET closed_at = now(), close_code = 1006, close_reason = $2
       FROM orphaned o WHERE c.epoch = o.epoch AND c.closed_at IS NULL
     ), released AS (
       UPDATE station s SET connected = false, disconnected_at = now(), epoch = nextval('journal.epoch')
       FROM orphaned o WHERE s.id = o.id RETURNING s.id
     )
     INSERT INTO journal.event (id, type, station_id, at, received_at, data)
     SELECT nextval('journal.event_id'), 'station.disconnected', id, now(), now(), $3::jsonb FROM released`,
    [
      silentSeconds,
      "the gateway died",
      JSON.stringify({ type: "station.disconnected", closeCode: 1006, closeReason: "the gateway died" }),
    ],
  );
  return rowCount ?? 0;
}

/**
 * Waits until a batch that another gateway still has in flight is over, so that what is loaded next holds it. Each
 * batch holds this lock shared (journal). Rejects after some seconds, when that gateway hangs in the middle of one.
 */
export async function waitForBatchesOf(db: Queryable, gateway: number): Promise<void> {
  await db.query(
    "SELECT set_config('lock_timeout', '5s', true), pg_advisory_lock(4201, $1), pg_advisory_unlock(4201, $1)",
    [gateway],
  );
}

/** Makes the daily partitions of the coming week and drops those past their retention; one gateway at a time. */
export async function keepPartitions(
  db: Queryable,
  { frameDays, sampleDays }: { frameDays: number; sampleDays: number },
): Promise<string[]> {
  const { rows } = await db.query<{ dropped: string[] | null }>(
    `WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(4203)),
     made AS MATERIALIZED (SELECT journal.make_partitions(7) FROM turn)
     SELECT array_agg(name) AS dropped FROM made,
       LATERAL (SELECT journal.drop_partitions(kept, (now() AT TIME ZONE 'UTC')::date - $1::integer)
           FROM unnest(ARRAY['frame', 'frame_words', 'frame_tally']) AS kept
         UNION ALL SELECT journal.drop_partitions('sample', (now() AT TIME ZONE 'UTC')::date - $2::integer)) AS old(name)`,
    [frameDays, sampleDays],
  );
  return rows[0]?.dropped ?? [];
}
