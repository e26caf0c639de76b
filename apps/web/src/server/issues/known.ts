import type { StoredEvent } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import type { Attention } from "@chargehand/domain/vocabulary";
import { reasonsSql } from "../sessions/attention-sql";
import { type Known, newFirmware } from "./signals";

/** Looks up what events are about. */
export async function knownOf(db: Queryable, events: readonly StoredEvent[]): Promise<Known> {
  const stations = new Set<number>();
  const commands = new Set<number>();
  const sessions = new Set<number>();
  const updated = new Set<number>();
  for (const { station, event } of events) {
    if (station !== undefined) stations.add(station);
    if (event.type === "command.changed" && event.proof === "unproven") commands.add(event.command);
    if (event.type === "session.attention" || event.type === "session.decided" || event.type === "session.ended") {
      sessions.add(event.session);
    }
    if (station !== undefined && event.type === "security.reported" && event.what === newFirmware) updated.add(station);
  }
  return {
    stations: await stationsOf(db, [...stations]),
    commands: commands.size === 0 ? commands : await ordersAmong(db, [...commands]),
    sessions: sessions.size === 0 ? new Map() : await reasonsOf(db, [...sessions]),
    updates: updated.size === 0 ? new Map() : await updatesOf(db, [...updated]),
  };
}

async function stationsOf(db: Queryable, ids: readonly number[]): Promise<Known["stations"]> {
  const { rows } = await db.query<{ id: number; site: number | null; approval: string; heartbeatSeconds: number }>(
    `SELECT id, site_id AS site, approval, heartbeat_seconds AS "heartbeatSeconds" FROM station WHERE id = ANY ($1::int[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...station }) => [id, station]));
}

async function ordersAmong(db: Queryable, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await db.query<{ id: number }>(
    "SELECT id FROM command WHERE id = ANY ($1::int[]) AND probe_of IS NULL",
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

async function reasonsOf(db: Queryable, ids: readonly number[]): Promise<Map<number, Attention[]>> {
  const { rows } = await db.query<{ id: number; reasons: Attention[] }>(
    `SELECT x.id, ${reasonsSql} AS reasons FROM session x WHERE x.id = ANY ($1::int[])`,
    [ids],
  );
  return new Map(rows.map(({ id, reasons }) => [id, reasons]));
}

/**
 * When stations were told to update, until a little after that was proven, or a day after it should have been. One that runs
 * neither what it was told nor what it ran before is not excused.
 */
async function updatesOf(db: Queryable, stations: readonly number[]): Promise<Known["updates"]> {
  const { rows } = await db.query<{ station: number; from: Date; until: Date }>(
    `SELECT c.station_id AS station, c.sent_at AS "from",
       coalesce(c.confirmed_at + interval '1 hour', c.deadline + interval '1 day') AS until
     FROM command c JOIN station s ON s.id = c.station_id,
       LATERAL (SELECT c.plan -> 'watch' AS watch) w
     WHERE c.station_id = ANY ($1::int[]) AND w.watch ->> 'of' = 'firmware' AND c.proof <> 'none' AND c.sent_at IS NOT NULL
       AND coalesce(s.firmware_version = w.watch ->> 'expected'
         OR c.proof <> 'confirmed' AND s.firmware_version = w.watch ->> 'before', true)`,
    [stations],
  );
  const updates = new Map<number, { from: Date; until: Date }[]>();
  for (const { station, ...time } of rows) updates.set(station, [...(updates.get(station) ?? []), time]);
  return updates;
}
