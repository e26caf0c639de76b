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
 * When stations were told to update, until that was proven and a little longer, or for a week, as long as the address they were given is good.
 * One that is known to have come to run what nobody told it is not excused.
 */
async function updatesOf(db: Queryable, stations: readonly number[]): Promise<Known["updates"]> {
  const { rows } = await db.query<{ station: number; from: Date; until: Date }>(
    `SELECT c.station_id AS station, c.sent_at AS "from",
       coalesce(c.confirmed_at + interval '1 hour', greatest(c.deadline, c.sent_at + interval '7 days')) AS until
     FROM command c JOIN station s ON s.id = c.station_id,
       LATERAL (SELECT c.plan -> 'watch' AS watch) w
     WHERE c.station_id = ANY ($1::int[]) AND w.watch ->> 'of' = 'firmware' AND c.proof <> 'none' AND c.sent_at IS NOT NULL
       AND CASE c.proof WHEN 'confirmed' THEN coalesce(w.watch ->> 'expected' = s.firmware_version, true)
         ELSE coalesce(w.watch ->> 'booted' = w.watch ->> 'before', true) END`,
    [stations],
  );
  const updates = new Map<number, { from: Date; until: Date }[]>();
  for (const { station, ...time } of rows) updates.set(station, [...(updates.get(station) ?? []), time]);
  return updates;
}
