import type { StoredEvent } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import type { Attention } from "@chargehand/domain/vocabulary";
import { reasonsSql } from "../sessions/attention-sql";
import type { Known } from "./signals";

/** Looks up what events are about. */
export async function knownOf(db: Queryable, events: readonly StoredEvent[]): Promise<Known> {
  const stations = new Set<number>();
  const commands = new Set<number>();
  const sessions = new Set<number>();
  for (const { station, event } of events) {
    if (station !== undefined) stations.add(station);
    if (event.type === "command.changed" && event.proof === "unproven") commands.add(event.command);
    if (event.type === "session.attention" || event.type === "session.decided" || event.type === "session.ended") {
      sessions.add(event.session);
    }
  }
  return {
    stations: await stationsOf(db, [...stations]),
    commands: commands.size === 0 ? commands : await ordersAmong(db, [...commands]),
    sessions: sessions.size === 0 ? new Map() : await reasonsOf(db, [...sessions]),
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
