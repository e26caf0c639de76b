import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deploy } from "@chargehand/db/migrate";
import { createPool } from "@chargehand/db/pool";
import { hasSequence, parseSequenceSet } from "@chargehand/domain/sequence-set";
import { Fleet, fleetStations } from "@chargehand/simulator/fleet";
import { freePort } from "@chargehand/testing/free-port";
import { startPostgres, type TestPostgres } from "@chargehand/testing/postgres";
import { waitFor } from "@chargehand/testing/wait-for";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type GatewayProcess, spawnGateway } from "./gateway-process";

const stationCount = 200;
const folder = mkdtempSync(join(tmpdir(), "chargehand-kill-"));
let postgres: TestPostgres;
let gateway: GatewayProcess;
let databaseUrl: string;
let port: number;

beforeAll(async () => {
  postgres = await startPostgres({ dataDir: join(folder, "data"), port: await freePort() });
  const maintenance = createPool(postgres.url, { max: 1 });
  await maintenance.query("CREATE DATABASE kill");
  await maintenance.end();
  databaseUrl = postgres.urlOf("kill");
  await deploy(databaseUrl);
  port = await freePort();
  gateway = await startGatewayProcess();
});
afterAll(async () => {
  await gateway.kill("SIGKILL");
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const startGatewayProcess = () =>
  spawnGateway({
    DATABASE_URL: databaseUrl,
    GATEWAY_PORT: String(port),
    UNKNOWN_STATIONS: "accept",
    UNKNOWN_TOKENS: "accept",
    DRAIN_SECONDS: "1",
  });

it(`loses nothing that was acknowledged to ${stationCount} charging stations when it, and then the database, is killed`, async () => {
  const quick = { messageTimeoutMs: 5000, transactionAttempts: 1000, transactionRetryMs: 100, sampleMs: 500 };
  const backOff = { backOffMinimumMs: 200, backOffRandomMs: 400, backOffRepeats: 1 };
  const url = `ws://127.0.0.1:${port}/ocpp`;
  const settings = { ...quick, ...backOff };
  const stations = fleetStations({
    count: stationCount,
    url,
    prefix: "KILL-",
    ledger: { keep: "all" },
    common: { settings },
  });
  const fleet = new Fleet({ stations, connectPerSecond: 200 });
  fleet.start();
  await fleet.accepted();
  await Promise.all(
    fleet.stations.map(async (station) => {
      await station.plugIn(1);
      await station.presentToken(1, "KILLTEST");
    }),
  );
  expect(fleet.totals().charging).toBe(stationCount);
  await moreAcknowledged(fleet);

  const release = await inMidCommit(fleet);
  await gateway.kill("SIGKILL");
  await release();
  await waitFor(() => fleet.totals().online === 0, { what: "every line to be lost" });
  gateway = await startGatewayProcess();
  await fleet.accepted();
  await moreAcknowledged(fleet);

  await inMidCommit(fleet);
  await postgres.kill();
  postgres = await postgres.restart();
  await fleet.accepted();
  await moreAcknowledged(fleet);

  await Promise.all(fleet.stations.map((station) => station.presentToken(1, "KILLTEST")));
  await Promise.all(fleet.stations.map((station) => station.unplug(1)));
  await waitFor(() => fleet.totals().backlog === 0 && fleet.totals().transactions === 0, {
    what: "every backlog to be through",
    timeoutMs: 60_000,
  });
  fleet.stop();
  await expectKept(fleet);
}, 240_000);

/**
 * Holds up the commit while the stations go on talking, so that what is killed next is killed in the middle of it: a
 * gateway that answered before the commit would now have lied to many of them.
 */
async function inMidCommit(fleet: Fleet): Promise<() => Promise<void>> {
  const blocker = new pg.Client({ connectionString: databaseUrl });
  blocker.on("error", () => {});
  await blocker.connect();
  await blocker.query("BEGIN; LOCK TABLE journal.frame IN SHARE MODE");
  const before = fleet.totals().sent;
  await waitFor(() => fleet.totals().sent > before + stationCount / 2, { what: "calls that wait for the commit" });
  return () => blocker.end();
}

/** Waits until each station has had some more messages of its transaction acknowledged. */
async function moreAcknowledged(fleet: Fleet) {
  const before = fleet.stations.map(({ ledger }) => ledger.counts.acknowledged);
  await waitFor(
    () => fleet.stations.every(({ ledger }, index) => ledger.counts.acknowledged > (before[index] ?? 0) + 3),
    {
      what: "more acknowledged messages from every station",
      timeoutMs: 60_000,
    },
  );
}

/** Compares what the stations remember to have been acknowledged with what the database holds. */
async function expectKept(fleet: Fleet) {
  const db = createPool(databaseUrl, { max: 2 });
  const sessions = await db.query<Kept>(
    `SELECT identity, x.id, wire_id, seen, meter_start_wh, meter_end_wh, x.status, x.attention
     FROM session x JOIN station s ON s.id = x.station_id`,
  );
  const samples = await db.query<{ session_id: number; at: Date; energy_wh: number }>(
    "SELECT session_id, at, energy_wh FROM journal.sample WHERE energy_wh IS NOT NULL",
  );
  const frames = await db.query<{ identity: string; message_id: string }>(
    `SELECT identity, message_id FROM journal.frame f JOIN station s ON s.id = f.station_id
     WHERE direction = 0 AND verdict IN ('ok', 'repeated')`,
  );
  await db.end();

  const kept = {
    sessions: new Map(sessions.rows.map((row) => [`${row.identity} ${row.wire_id}`, row])),
    samples: new Set(samples.rows.map((row) => `${row.session_id} ${row.at.toISOString()} ${row.energy_wh}`)),
    frames: new Set(frames.rows.map((row) => `${row.identity} ${row.message_id}`)),
  };
  const missing: string[] = [];
  let compared = 0;
  for (const { identity, ledger, version } of fleet.stations) {
    // Heartbeats carry nothing, so they alone may be answered before they are kept.
    for (const { id, action } of ledger.acknowledged) {
      if (action !== "Heartbeat" && !kept.frames.has(`${identity} ${id}`))
        missing.push(`${identity}: frame ${action} ${id}`);
    }
    for (const { wireId, facts, meterStartWh, meterStopWh } of ledger.transactions.values()) {
      const session = kept.sessions.get(`${identity} ${wireId}`);
      if (!session) {
        if (facts.some(({ acknowledged }) => acknowledged)) missing.push(`${identity}: session ${wireId}`);
        continue;
      }
      expect(session).toMatchObject({
        status: "ended",
        meter_start_wh: meterStartWh,
        meter_end_wh: meterStopWh,
        attention: [],
      });
      for (const fact of facts.filter(({ acknowledged }) => acknowledged)) {
        compared++;
        const sample = kept.samples.has(`${session.id} ${new Date(fact.at).toISOString()} ${fact.wh}`);
        const told =
          version === "1.6"
            ? fact.phase !== "sample" || sample
            : isSeen(session, fact.sequence) && (fact.phase === "updated" || sample);
        if (!told) missing.push(`${identity}: ${fact.phase} ${fact.sequence ?? fact.at} of session ${wireId}`);
      }
    }
  }
  expect(missing).toEqual([]);
  // One session each, however often the line was lost: no repetition became a second one.
  expect(sessions.rows).toHaveLength(stationCount);
  expect(compared).toBeGreaterThan(stationCount * 10);
}

interface Kept {
  identity: string;
  id: number;
  wire_id: string;
  seen: string;
  meter_start_wh: number;
  meter_end_wh: number;
}

const isSeen = ({ seen }: Kept, sequence: number | undefined) =>
  sequence !== undefined && hasSequence(parseSequenceSet(seen), sequence);
