import { createPostgresBus } from "@chargehand/bus/postgres-bus";
import { createPool } from "@chargehand/db/pool";
import { createTestDatabase } from "@chargehand/testing/test-database";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, expect, it } from "vitest";
import WebSocket from "ws";
import { bootPayload, startTestGateway, statusPayload, type TestGateway } from "./harness";

let gateway: TestGateway;
beforeAll(async () => {
  const database = await createTestDatabase();
  const db = createPool(database.url, { max: 1 });
  db.on("error", () => {});
  await db.query(`CREATE TABLE journal.frame_2020_01_01 PARTITION OF journal.frame
    FOR VALUES FROM ('2020-01-01 00:00:00+00') TO ('2020-01-02 00:00:00+00')`);
  await db.end();
  gateway = await startTestGateway({ UNKNOWN_TOKENS: "accept" }, Promise.resolve(database));
});
afterAll(() => gateway.stop());

it("has dropped the days past their retention and made those to come before the first station is let in", async () => {
  const partitions = await gateway.rows<{ relname: string }>(
    "SELECT relname FROM pg_class WHERE relname ~ '^(frame|sample)_20' AND relkind = 'r' ORDER BY relname",
  );
  const names = partitions.map(({ relname }) => relname);
  expect(names).not.toContain("frame_2020_01_01");
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "_");
  expect(names).toContain(`frame_${inAWeek}`);
  expect(names).toContain(`sample_${inAWeek}`);
});

it("tells once a second what moves: power, energy and charge of each running session", async () => {
  const bus = await createPostgresBus({ url: gateway.databaseUrl });
  const heard: { at: number; stations: unknown[][] }[] = [];
  await bus.subscribe("live", (payload) => heard.push(JSON.parse(payload)));
  const station = await gateway.boot("MOVES", "1.6");
  const timestamp = new Date().toISOString();
  const [, , { transactionId }] = (await station.call("StartTransaction", {
    connectorId: 2,
    idTag: "ANY",
    meterStart: 1000,
    timestamp,
  })) as [number, string, { transactionId: number }];
  await station.call("MeterValues", {
    connectorId: 2,
    transactionId,
    meterValue: [
      {
        timestamp: new Date().toISOString(),
        sampledValue: [
          { value: "1500" },
          { value: "11000", measurand: "Power.Active.Import", unit: "W" },
          { value: "42", measurand: "SoC", unit: "Percent" },
        ],
      },
    ],
  });
  const { id, session } = await gateway.row<{ id: number; session: number }>(
    "SELECT s.id, x.id AS session FROM station s JOIN session x ON x.station_id = s.id WHERE identity = 'MOVES'",
  );
  await waitFor(() => heard.some(({ stations }) => stations.some((row) => row[3] === 11_000)), { what: "the power" });
  expect(heard.flatMap(({ stations }) => stations)).toContainEqual([id, 2, session, 11_000, 500, 42]);
  await bus.close();
  station.close();
});

it("notes by how much a station's clock is wrong, and when it was last heard", async () => {
  const station = await gateway.boot("SKEWED", "2.0.1");
  const timestamp = new Date(Date.now() - 3_600_000).toISOString();
  await station.call("StatusNotification", { ...statusPayload("2.0.1", "available"), timestamp });
  const { clock_skew_ms, ago } = await waitFor(
    async () =>
      (
        await gateway.rows<{ clock_skew_ms: number; ago: number }>(
          `SELECT clock_skew_ms, extract(epoch FROM now() - last_seen_at)::float AS ago FROM station
           WHERE identity = 'SKEWED' AND clock_skew_ms IS NOT NULL`,
        )
      )[0],
    { what: "the skew" },
  );
  expect(clock_skew_ms).toBeGreaterThan(-3_605_000);
  expect(clock_skew_ms).toBeLessThan(-3_595_000);
  expect(ago).toBeLessThan(60);
  station.close();
});

it("stops reading from a station that does not wait for its answers", async () => {
  await gateway.addStation("PUSHY");
  const socket = new WebSocket(`${gateway.url}/PUSHY`, "ocpp1.6", { perMessageDeflate: false });
  await new Promise((resolve) => socket.once("open", resolve));
  const answered: string[] = [];
  socket.on("message", (data) => answered.push(String(data)));
  socket.send(JSON.stringify([2, "boot", "BootNotification", bootPayload("1.6")]));
  await waitFor(() => answered.length === 1, { what: "the boot's answer" });

  const blocker = await gateway.db.connect();
  await blocker.query("BEGIN; LOCK TABLE journal.frame IN SHARE MODE");
  const count = 400;
  const data = "x".repeat(150_000);
  for (let index = 0; index < count; index++) {
    socket.send(JSON.stringify([2, `m${index}`, "DataTransfer", { vendorId: "v", data }]));
  }
  // 60 MB were sent; what the kernel does not hold stays with the sender, for nobody reads it.
  await waitFor(
    async () =>
      (await gateway.rows("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'journal.frame'::regclass"))[0],
    { what: "a commit that waits" },
  );
  expect(socket.bufferedAmount).toBeGreaterThan(20_000_000);
  expect(answered).toHaveLength(1);

  await blocker.query("COMMIT");
  blocker.release();
  await waitFor(() => answered.length === count + 1, { what: "every answer" });
  expect(answered.slice(1).map((text) => JSON.parse(text)[1])).toEqual(
    Array.from({ length: count }, (_, index) => `m${index}`),
  );
  socket.close();
});
