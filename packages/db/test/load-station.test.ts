import { afterAll, beforeAll, expect, it } from "vitest";
import { loadStationState } from "../src/load-station";
import { addStation, type OpenDatabase, openTestDatabase } from "./database";

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("loads what a gateway has to have in hand, and nothing that is over", async () => {
  const { pool } = database;
  const station = await addStation(pool, "CS-1");
  const at = new Date("2026-11-23T09:00:00.500Z");
  await pool.query(
    `INSERT INTO connector (station_id, evse, connector, status, activity, at, received_at)
     VALUES ($1, 1, 2, 'occupied', 'charging', $2, $2)`,
    [station, at],
  );
  await pool.query(
    `INSERT INTO session (id, station_id, wire_id, status, received_at, end_received_at, orphan, attention, seen) VALUES
     (1, $1, 'open', 'open', now(), NULL, false, '{}', '0-4'),
     (2, $1, 'just-ended', 'ended', now(), now() - interval '10 minutes', false, '{}', ''),
     (3, $1, 'long-ended', 'ended', now(), now() - interval '2 hours', false, '{}', ''),
     (4, $1, '-1', 'open', now(), NULL, true, '{orphan}', '')`,
    [station],
  );
  const plan = { watch: { for: "boot" }, deadlineSeconds: 60 };
  await pool.query(
    `INSERT INTO command (station_id, type, command, expires_at, delivery, sent_at, answer, proof, plan) VALUES
     ($1, 'reset', '{}', now(), 'sent', $2::timestamptz, 'accepted', 'waiting', $3),
     ($1, 'reset', '{}', now(), 'sent', now() - interval '1 hour', NULL, 'unproven', $3),
     ($1, 'reset', '{}', now(), 'sent', now() - interval '2 days', 'accepted', 'unproven', $3),
     ($1, 'reset', '{}', now(), 'sent', now(), 'accepted', 'confirmed', $3),
     ($1, 'reset', '{}', now(), 'queued', NULL, NULL, 'none', NULL)`,
    [station, at, plan],
  );

  const state = await loadStationState(pool, station, "2.1");

  expect(state).toMatchObject({
    id: station,
    identity: "CS-1",
    approval: "approved",
    version: "2.1",
    heartbeatSeconds: 300,
  });
  expect([...(state?.connectors ?? [])]).toEqual([
    [
      "1/2",
      expect.objectContaining({ place: { evse: 1, connector: 2 }, status: "occupied", activity: "charging", at }),
    ],
  ]);
  expect([...(state?.sessions.keys() ?? [])].toSorted()).toEqual(["just-ended", "open"]);
  expect(state?.sessions.get("open")?.seen).toEqual([[0, 4]]);
  expect(state?.proving).toMatchObject([
    { type: "reset", plan, sentAt: at, proof: "waiting", answered: true },
    { type: "reset", plan, proof: "unproven", answered: false },
  ]);
});

it("finds no station that is not there", async () => {
  expect(await loadStationState(database.pool, 4_000_000, "1.6")).toBeUndefined();
});
