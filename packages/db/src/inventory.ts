import type { Queryable } from "./pool";

/** A station whose variables were not read since it has its firmware. */
export interface UnknownInventory {
  id: number;
  vendor: string;
  model: string;
  /** What an operator said of this station or its model; else its kind decides. */
  mayProbe: boolean | null;
}

/** Stations of a gateway that are in service and whose variables are not known, each some while after its boot, in no order. */
export async function findUnknownInventories(db: Queryable, gateway: number, afterSeconds: number) {
  const { rows } = await db.query<UnknownInventory>(
    // Not all at the same time after a power cut: each has its own share of the wait, which stays the same.
    `SELECT id, coalesce(vendor, '') AS vendor, coalesce(model, '') AS model,
       coalesce(station.may_probe, model_probing.may_probe) AS "mayProbe"
     FROM station LEFT JOIN model_probing USING (vendor, model)
     WHERE gateway_id = $1 AND connected AND approval = 'approved' AND registration = 'accepted'
       AND coalesce(station.may_probe, model_probing.may_probe) IS DISTINCT FROM false AND firmware_version IS DISTINCT FROM inventory_firmware
       AND firmware_version IS NOT NULL AND booted_at < now() - make_interval(secs => $2 * (1 + id % 10 / 10.0))
     ORDER BY random() LIMIT 200`,
    [gateway, afterSeconds],
  );
  return rows;
}

/**
 * Asks stations for all their variables, as many as the whole fleet may be busy with at once, and remembers for which
 * firmware. Returns those that were asked.
 */
export async function askForInventories(db: Queryable, stations: readonly number[], atOnce: number): Promise<number[]> {
  const { rows } = await db.query<{ station_id: number }>(
    `WITH turn AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(720112) AS mine),
     busy AS MATERIALIZED (
       SELECT count(*)::int AS count FROM command
       WHERE type = 'read-variables' AND origin = 'system' AND command = '{"type":"read-variables"}'
         AND (delivery = 'queued' OR proof = 'waiting' OR delivery = 'sent' AND answer IS NULL)
     ), asked AS (
       UPDATE station s SET inventory_firmware = s.firmware_version
       WHERE s.id = ANY ((SELECT ($1::int[])[1:greatest(0, $2 - busy.count)] FROM busy, turn WHERE turn.mine)::int[])
       RETURNING s.id
     )
     INSERT INTO command (station_id, type, command, origin, reason, expires_at)
     SELECT id, 'read-variables', '{"type":"read-variables"}', 'system', 'its firmware is new to us',
       now() + interval '10 minutes' FROM asked
     RETURNING station_id`,
    [stations, atOnce],
  );
  return rows.map(({ station_id }) => station_id);
}
