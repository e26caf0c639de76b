import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, statusPayload, type TestGateway, versions } from "./harness";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

describe.each(versions)("a station of %s", (version) => {
  it("boots, shows its connector, and each is a row, an event and a frame", async () => {
    const identity = `THREAD-${version}`;
    const station = await gateway.boot(identity, version);
    expect(await station.call("StatusNotification", statusPayload(version, "occupied"))).toEqual([
      3,
      expect.any(String),
      {},
    ]);

    expect(
      await gateway.row(
        `SELECT s.connected, s.registration, s.version, s.vendor, c.evse, c.connector, c.status
         FROM station s JOIN connector c ON c.station_id = s.id WHERE identity = $1`,
        identity,
      ),
    ).toMatchObject({
      connected: true,
      registration: "accepted",
      version,
      vendor: "Acme",
      evse: 1,
      status: "occupied",
    });
    expect((await gateway.events(identity)).map(({ type }) => type)).toEqual([
      "station.connected",
      "station.booted",
      "connector.occupied",
    ]);
    expect(
      await gateway.rows(
        `SELECT f.action, f.verdict, f.answer IS NOT NULL AS answered FROM journal.frame f
         JOIN station s ON s.id = f.station_id WHERE identity = $1 ORDER BY f.id`,
        identity,
      ),
    ).toEqual([
      { action: "BootNotification", verdict: "ok", answered: true },
      { action: "StatusNotification", verdict: "ok", answered: true },
    ]);

    station.close();
    await gateway.row("SELECT 1 FROM station WHERE identity = $1 AND NOT connected", identity);
    expect((await gateway.events(identity)).at(-1)).toMatchObject({ type: "station.disconnected", closeCode: 1000 });
  });
});
