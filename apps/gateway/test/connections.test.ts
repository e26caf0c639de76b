import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootPayload, startTestGateway, statusPayload, type TestGateway, versions } from "./harness";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ PING_SECONDS: "0.3" });
});
afterAll(() => gateway.stop());

const stationRow = (identity: string) =>
  gateway.row<{ connected: boolean; epoch: string }>(
    "SELECT connected, epoch FROM station WHERE identity = $1",
    identity,
  );

describe.each(versions)("a second socket of a station of %s", (version) => {
  it("wins: the first is closed, and its late close changes nothing", async () => {
    const identity = `TWICE-${version}`;
    const first = await gateway.boot(identity, version);
    const second = await gateway.connect(identity, version);
    expect(await first.closed).toMatchObject({ code: 1008, reason: "a newer connection took over" });

    // It was accepted before, so it goes on without another boot.
    expect((await second.call("StatusNotification", statusPayload(version, "occupied")))[0]).toBe(3);
    const closed =
      "SELECT 1 FROM connection c JOIN station s ON s.id = c.station_id WHERE identity = $1 AND closed_at IS NOT NULL";
    await gateway.row(closed, identity);
    expect(await stationRow(identity)).toMatchObject({ connected: true });
    expect((await gateway.events(identity)).map(({ type }) => type)).not.toContain("station.disconnected");

    second.close(1000, "bye");
    await gateway.row("SELECT 1 FROM station WHERE identity = $1 AND NOT connected", identity);
    expect((await gateway.events(identity)).at(-1)).toMatchObject({ type: "station.disconnected", closeReason: "bye" });
  });
});

// Ten times, for the order in which claims are answered is not the order in which they were made.
it.each(Array.from({ length: 10 }, (_, time) => `TENFOLD-${time}`))(
  "leaves one connection, the newest, when ten sockets of a station come at once (%s)",
  async (identity) => {
    await gateway.addStation(identity);
    const sockets = await Promise.all(Array.from({ length: 10 }, () => gateway.connect(identity, "1.6")));
    const closed = await waitFor(
      async () => {
        const rows = await gateway.rows<{ closed_at: Date | null; epoch: string }>(
          "SELECT closed_at, c.epoch FROM connection c JOIN station s ON s.id = c.station_id WHERE identity = $1 ORDER BY c.epoch",
          identity,
        );
        return rows.filter(({ closed_at }) => closed_at).length === 9 ? rows : undefined;
      },
      { what: "nine closed connections" },
    );
    expect(closed.at(-1)).toMatchObject({ closed_at: null, epoch: (await stationRow(identity)).epoch });
    const alive: unknown[] = [];
    for (const socket of sockets) {
      const answer = await socket.call("BootNotification", bootPayload("1.6")).catch(() => undefined);
      if (answer) alive.push(answer);
    }
    expect(alive).toHaveLength(1);
  },
);

describe("a line that has gone quiet", () => {
  it("is found dead when not even pings are answered", async () => {
    await gateway.addStation("MUTE");
    const station = await gateway.connect("MUTE", "2.0.1", { neverPong: true });
    expect(await station.closed).toMatchObject({ code: 1006 });
    expect(
      await gateway.row(
        "SELECT close_reason FROM connection c JOIN station s ON s.id = c.station_id WHERE identity = 'MUTE' AND closed_at IS NOT NULL",
      ),
    ).toEqual({ close_reason: "nothing heard, not even an answer to two pings" });
  });

  it("lives on as long as the station answers pings, or says anything at all", async () => {
    await gateway.addStation("PONGS");
    await gateway.addStation("TALKS");
    const pongs = await gateway.connect("PONGS", "1.6");
    const talks = await gateway.connect("TALKS", "1.6", { neverPong: true });
    await talks.call("BootNotification", bootPayload("1.6"));
    const until = Date.now() + 1500;
    await waitFor(async () => (await talks.call("Heartbeat", {})) && Date.now() > until, {
      what: "1.5 s",
      everyMs: 200,
    });
    expect((await pongs.call("BootNotification", bootPayload("1.6")))[0]).toBe(3);
  });
});

it("remembers an accepted boot across a reconnect, and wants one from a station that never booted", async () => {
  (await gateway.boot("BACK", "2.1")).close();
  const back = await gateway.connect("BACK", "2.1");
  expect((await back.call("StatusNotification", statusPayload("2.1", "available")))[0]).toBe(3);

  await gateway.addStation("FRESH");
  const fresh = await gateway.connect("FRESH", "2.1");
  expect((await fresh.call("StatusNotification", statusPayload("2.1", "available")))[2]).toBe("SecurityError");
  expect((await fresh.call("Heartbeat", {}))[0]).toBe(3);
});

it("asks a station to boot that never does so by itself", async () => {
  await gateway.addStation("SHY");
  const shy = await gateway.connect("SHY", "1.6");
  const [, id, action, payload] = JSON.parse(await shy.next());
  expect([action, payload]).toEqual(["TriggerMessage", { requestedMessage: "BootNotification" }]);
  shy.send(JSON.stringify([3, id, { status: "Accepted" }]));
  expect((await shy.call("BootNotification", bootPayload("1.6")))[2]).toMatchObject({ status: "Accepted" });
});

describe("a gateway that stops", () => {
  it("answers what it was told, sends every station away with 1012, and leaves nobody connected", async () => {
    const leaving = await startTestGateway({}, Promise.resolve({ url: gateway.databaseUrl, drop: async () => {} }));
    const stations = await Promise.all(versions.map((version) => leaving.boot(`LEAVING-${version}`, version)));
    const answers = stations.map((station, index) =>
      station.call("StatusNotification", statusPayload(versions[index] ?? "1.6", "occupied")),
    );
    await leaving.stop();
    expect((await Promise.all(answers)).map(([type]) => type)).toEqual([3, 3, 3]);
    for (const station of stations) expect(await station.closed).toMatchObject({ code: 1012 });
    expect(await gateway.rows("SELECT 1 FROM station WHERE identity LIKE 'LEAVING-%' AND connected")).toEqual([]);
    expect(await gateway.rows("SELECT 1 FROM gateway WHERE stopped_at IS NOT NULL")).toHaveLength(1);
  });
});

describe("two gateways on one database", () => {
  it("the newest connection wins there too, and what the old one's line says is not written", async () => {
    const other = await startTestGateway({}, Promise.resolve({ url: gateway.databaseUrl, drop: async () => {} }));
    const here = await gateway.boot("MOVES", "1.6");
    const there = await other.connect("MOVES", "1.6");
    expect((await there.call("StatusNotification", statusPayload("1.6", "available")))[0]).toBe(3);

    here.send(JSON.stringify([2, "stale", "StatusNotification", statusPayload("1.6", "occupied")]));
    expect(await here.closed).toMatchObject({ code: 1008 });
    expect(here.received.filter((text) => text.includes("stale"))).toEqual([]);
    expect(
      await gateway.row(
        "SELECT c.status FROM connector c JOIN station s ON s.id = c.station_id WHERE identity = 'MOVES'",
      ),
    ).toEqual({ status: "available" });
    expect(await stationRow("MOVES")).toMatchObject({ connected: true });
    there.close();
    await other.stop();
  });

  it("the stations of one that died are marked disconnected by the other", async () => {
    await gateway.addStation("ORPHANED");
    await gateway.rows(
      `WITH dead AS (INSERT INTO gateway (started_at, beat_at) VALUES (now() - interval '1 hour', now() - interval '1 minute') RETURNING id)
       UPDATE station SET connected = true, gateway_id = dead.id, epoch = nextval('journal.epoch') FROM dead WHERE identity = 'ORPHANED'`,
    );
    await gateway.row("SELECT 1 FROM station WHERE identity = 'ORPHANED' AND NOT connected");
    expect(await gateway.events("ORPHANED")).toMatchObject([
      { type: "station.disconnected", closeReason: "the gateway died" },
    ]);
  });
});
