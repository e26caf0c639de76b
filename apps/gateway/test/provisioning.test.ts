import type { Command } from "@chargehand/domain/command";
import { mayProbe } from "@chargehand/domain/stations/probing";
import { waitFor } from "@chargehand/testing/wait-for";
import { describe, expect, it } from "vitest";
import { versions } from "./harness";
import { withOrders } from "./with-orders";

const orders = withOrders();
const set = (identity: string | undefined, policy: string, writes: object[] = []) =>
  orders.gateway().rows(
    `INSERT INTO boot_policy (station_id, policy, writes)
     VALUES ((SELECT id FROM station WHERE identity = $1), $2, $3) ON CONFLICT (station_id) DO UPDATE SET policy = $2, writes = $3`,
    identity ?? null,
    policy,
    JSON.stringify(writes),
  );
const commandsTo = (identity: string) =>
  orders.gateway().rows<{ type: string; reason: string; answer: string; proof: string; command: Command }>(
    `SELECT c.type, c.reason, c.answer, c.proof, c.command FROM command c JOIN station s ON s.id = c.station_id
     WHERE s.identity = $1 AND c.probe_of IS NULL ORDER BY c.id`,
    identity,
  );

describe.each(versions)("the boot of a station of %s", (version) => {
  const name = (what: string) => `BOOT-${what}-${version}`;
  const variable =
    version === "1.6"
      ? { component: "", name: "HeartbeatInterval" }
      : { component: "OCPPCommCtrlr", name: "HeartbeatInterval" };

  it("waits until the station is set up, where its policy says so, and is accepted then", async () => {
    const identity = name("CONFIGURE");
    await orders.gateway().addStation(identity);
    await set(identity, "configure", [{ variable, value: "77" }]);
    const station = await orders.station(identity, version);
    const boots = await orders.gateway().events(identity);
    expect(boots.filter(({ type }) => type === "station.booted").map(({ registration }) => registration)).toEqual([
      "pending",
      "accepted",
    ]);
    expect(await commandsTo(identity)).toMatchObject([
      { type: "write-variables", answer: "accepted", command: { writes: [{ variable, value: "77" }] } },
      { type: "trigger", answer: "accepted" },
    ]);
    expect(station.registration).toBe("Accepted");
  });

  it("is refused where the station's policy says so, whatever the network's says", async () => {
    const identity = name("REJECT");
    await orders.gateway().addStation(identity);
    await set(identity, "reject");
    const client = await orders.gateway().connect(identity, version);
    const payload =
      version === "1.6"
        ? { chargePointVendor: "Acme", chargePointModel: "One" }
        : { reason: "PowerUp", chargingStation: { vendorName: "Acme", model: "Two" } };
    expect((await client.call("BootNotification", payload))[2]).toMatchObject({ status: "Rejected" });
    client.close();
  });
});

describe("a report of a hundred components and two thousand variables", () => {
  it("is stored within two seconds of its last part, and what it does not name any more is gone", async () => {
    const gateway = orders.gateway();
    const client = await gateway.boot("LARGE", "2.0.1");
    await gateway.rows(
      `INSERT INTO variable (station_id, key, attribute, component, name, value, values, reported_at)
       SELECT id, 'gone/////gone/', 'actual', 'Gone', 'Gone', '1', '{}', now() - interval '1 day' FROM station WHERE identity = 'LARGE'`,
    );
    const id = await orders.give("LARGE", { type: "read-variables" });
    const asked: unknown[] = JSON.parse(await client.next({ fits: (text) => text.includes("GetBaseReport") }));
    client.send(JSON.stringify([3, asked[1], { status: "Accepted" }]));

    const components = Array.from({ length: 100 }, (_, number) => number);
    const partOf = (number: number) => ({
      requestId: id,
      seqNo: number,
      generatedAt: new Date().toISOString(),
      tbc: number < 99,
      reportData: Array.from({ length: 20 }, (_, index) => ({
        component: { name: `Component${number}`, evse: { id: 1 } },
        variable: { name: `Variable${index}` },
        variableAttribute: [{ type: "Actual", value: `value ${index}`, mutability: "ReadWrite" }],
        variableCharacteristics: { dataType: "string", supportsMonitoring: false },
      })),
    });
    for (const number of components.slice(0, -1)) await client.call("NotifyReport", partOf(number));
    const from = performance.now();
    await client.call("NotifyReport", partOf(99));
    await orders.becomes(id, { proof: "confirmed" });
    const tookMs = performance.now() - from;

    const [stored] = await gateway.rows<{ count: number; gone: number }>(
      `SELECT count(*)::int AS count, count(*) FILTER (WHERE component = 'Gone')::int AS gone
       FROM variable v JOIN station s ON s.id = v.station_id WHERE s.identity = 'LARGE'`,
    );
    expect(stored).toEqual({ count: 2000, gone: 0 });
    expect(tookMs).toBeLessThan(2000);
    client.close();
  });
});

describe("the variables of stations whose firmware is new", () => {
  const paced = withOrders({ INVENTORIES_AT_ONCE: "2", INVENTORY_AFTER_SECONDS: "0" });

  it("are read once for each firmware, by itself, and never of those that cannot bear it", async () => {
    const gateway = paced.gateway();
    for (const identity of ["NEW-1", "NEW-2", "NEW-3"]) await paced.station(identity, "2.0.1");
    await gateway.addStation("FORBIDDEN");
    await gateway.rows("UPDATE station SET may_probe = false WHERE identity = 'FORBIDDEN'");
    await paced.station("FORBIDDEN", "2.0.1");
    await gateway.rows("INSERT INTO model_probing VALUES ('Voltara', 'Shy 1', false), ('ABB', 'Terra AC Lab', true)");
    await paced.station("CLEARED", "1.6", { vendor: "ABB", model: "Terra AC Lab" });
    await paced.station("SHY", "2.0.1", { vendor: "Voltara", model: "Shy 1" });
    await paced.station("FRAGILE", "1.6", { vendor: "ABB", model: "Terra AC" });

    const asked = () =>
      gateway.rows<{ identity: string; reason: string }>(
        `SELECT s.identity, c.reason FROM command c JOIN station s ON s.id = c.station_id
         WHERE c.type = 'read-variables' AND c.proof = 'confirmed' ORDER BY s.identity`,
      );
    await waitFor(async () => (await asked()).length >= 4, { what: "four stations to be read", timeoutMs: 20_000 });
    const [inventory] = await gateway.rows<{ count: number }>(
      "SELECT count(*)::int FROM variable v JOIN station s ON s.id = v.station_id WHERE s.identity = 'NEW-1'",
    );
    expect(inventory?.count).toBeGreaterThan(20);
    // The loop has gone round and asked nobody again.
    await gateway.row("SELECT 1 FROM command WHERE created_at < now() - interval '2 seconds'");
    expect((await asked()).map(({ identity }) => identity)).toEqual(["CLEARED", "NEW-1", "NEW-2", "NEW-3"]);
  });

  it("are not read of kinds that are known to suffer", () => {
    expect(mayProbe({ vendor: "ABB", model: "Terra AC W22" })).toBe(false);
    expect(mayProbe({ vendor: "ABB", model: "Terra 54" })).toBe(true);
  });
});
