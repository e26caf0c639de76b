import type { RawClient } from "@chargehand/simulator/raw-client";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, statusPayload, type TestGateway, versions } from "./harness";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

describe("nothing is answered before it is durable", () => {
  it("while a lock holds back the commit no station is answered, except to its heartbeats", async () => {
    const stations = await Promise.all(versions.map((version) => gateway.boot(`LOCKED-${version}`, version)));
    const blocker = await gateway.db.connect();
    await blocker.query("BEGIN; LOCK TABLE journal.frame IN SHARE MODE");

    const answered: string[] = [];
    const answers = stations.map(async (station, index) => {
      const version = versions[index] ?? "1.6";
      const answer = await station.call("StatusNotification", statusPayload(version, "occupied"));
      answered.push(version);
      return answer;
    });
    await waitFor(
      async () =>
        (await gateway.rows("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'journal.frame'::regclass"))[0],
      { what: "a commit that waits for the lock" },
    );
    for (const station of stations) {
      for (let beat = 0; beat < 20; beat++) expect((await station.call("Heartbeat", {}))[0]).toBe(3);
    }
    expect(answered).toEqual([]);

    await blocker.query("COMMIT");
    blocker.release();
    expect((await Promise.all(answers)).map(([type]) => type)).toEqual([3, 3, 3]);
    for (const version of versions) {
      await gateway.row(
        "SELECT 1 FROM connector c JOIN station s ON s.id = c.station_id WHERE identity = $1 AND status = 'occupied'",
        `LOCKED-${version}`,
      );
    }
  });
});

describe("a poisoned message", () => {
  it("costs its neighbours in the same batch nothing", async () => {
    const count = 60;
    const stations = await Promise.all(
      Array.from({ length: count }, (_, index) => gateway.boot(`NEXT-${index}`, versions[index % 3] ?? "1.6")),
    );
    const poisoned = await gateway.boot("POISONED", "1.6");
    const start = { connectorId: 1, idTag: "A\u0000B", meterStart: 1, timestamp: new Date().toISOString() };

    const say = (station: RawClient, index: number) =>
      station.call("StatusNotification", statusPayload(versions[index % 3] ?? "1.6", "occupied"));
    const status = { ...statusPayload("1.6", "occupied"), info: "a\u0000b" };
    const [first, second, ...rest] = await Promise.all([
      poisoned.call("StatusNotification", status),
      (await gateway.boot("POISONED-2", "1.6")).call("StartTransaction", start),
      ...stations.map(say),
    ]);
    // Of a transaction it is acknowledged, since an error would only bring it back; else it is an error.
    expect(first?.[2]).toBe("InternalError");
    expect(second).toMatchObject([3, expect.any(String), { transactionId: expect.any(Number) }]);
    expect(rest.map((answer) => answer?.[0])).toEqual(Array.from({ length: count }, () => 3));
    expect(
      await gateway.rows(
        "SELECT 1 FROM connector c JOIN station s ON s.id = c.station_id WHERE identity LIKE 'NEXT-%' AND c.status = 'occupied'",
      ),
    ).toHaveLength(count);
    expect(
      await gateway.rows("SELECT identity FROM quarantine q JOIN station s ON s.id = q.station_id ORDER BY identity"),
    ).toEqual([{ identity: "POISONED" }, { identity: "POISONED-2" }]);
  });
});

describe("a database that is away", () => {
  it("leaves what needs it unanswered, turns new stations away with 503, and says so at /readyz", async () => {
    // Nothing can connect to a database that is renamed; who is connected is cut off.
    const doomed = await startTestGateway();
    const station = await doomed.boot("CUT", "1.6");
    const name = new URL(doomed.databaseUrl).pathname.slice(1);
    await gateway.rows(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await gateway.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name);

    const answer = station.call("StatusNotification", statusPayload("1.6", "occupied")).catch(() => "closed");
    await expect(doomed.connect("CUT-2", "1.6")).rejects.toMatchObject({
      status: 503,
      headers: { "retry-after": expect.stringMatching(/^\d+$/) },
    });
    expect((await fetch(doomed.url.replace("ws:", "http:").replace("/ocpp", "/readyz"))).status).toBe(503);
    expect((await fetch(doomed.url.replace("ws:", "http:").replace("/ocpp", "/healthz"))).status).toBe(200);

    await gateway.rows(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    // Held back, it was either written once the database was back, or the line was closed unanswered; never a lie.
    const outcome = await answer;
    if (outcome === "closed") {
      const back = await doomed.boot("CUT", "1.6");
      expect((await back.call("StatusNotification", statusPayload("1.6", "occupied")))[0]).toBe(3);
    }
    await doomed.row("SELECT 1 FROM connector WHERE status = 'occupied'");
    await doomed.stop();
  });
});
