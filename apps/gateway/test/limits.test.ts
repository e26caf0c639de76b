import type { SessionLimit } from "@chargehand/domain/sessions/limit";
import { variableKey } from "@chargehand/domain/variable";
import type { Version } from "@chargehand/ocpp/version";
import type { RawClient } from "@chargehand/simulator/raw-client";
import { waitFor } from "@chargehand/testing/wait-for";
import { describe, expect, it } from "vitest";
import { versions } from "./harness";
import { withOrders } from "./with-orders";

const { done, gateway, station } = withOrders();

async function token(value: string, limits: { max_energy_wh?: number; max_seconds?: number; max_cost?: string }) {
  const { max_energy_wh, max_seconds, max_cost } = limits;
  await gateway().rows(
    `INSERT INTO token (value, folded, kind, max_energy_wh, max_seconds, max_cost)
     VALUES ($1, $1, 'unknown', $2::float8, $3::int, $4)`,
    ...[value, max_energy_wh ?? null, max_seconds ?? null, max_cost ?? null],
  );
}

const supports = (identity: string, words: string) =>
  gateway().rows(
    `INSERT INTO variable (station_id, key, attribute, component, name, value, values, reported_at)
     SELECT id, $2, 'actual', 'TxCtrlr', 'SupportedLimits', $3, '{}', now() FROM station WHERE identity = $1`,
    ...[identity, variableKey({ component: "TxCtrlr", name: "SupportedLimits" }), words],
  );

const stops = (identity: string) =>
  gateway().rows(
    `SELECT reason, answer, proof FROM command c JOIN station s ON s.id = c.station_id
     WHERE identity = $1 AND type = 'stop'`,
    identity,
  );

const limitOf = async (identity: string) =>
  (
    await gateway().row<{ limits: SessionLimit | null }>(
      "SELECT limits FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1",
      identity,
    )
  ).limits;

const isCall = (text: string) => text.startsWith("[2,");

/** A charge in the words of a version: how it begins, what the meter says, how it ends. */
function charge(client: RawClient, version: Version, idTag: string) {
  let seqNo = 0;
  let transactionId: unknown = crypto.randomUUID();
  const at = () => new Date().toISOString();
  const event = async (eventType: string, rest: { transactionInfo?: object; [field: string]: unknown } = {}) => {
    const { transactionInfo, ...more } = rest;
    const [, , answer] = await client.call("TransactionEvent", {
      ...{ eventType, seqNo: seqNo++, timestamp: at(), triggerReason: "MeterValuePeriodic", ...more },
      transactionInfo: { transactionId, ...transactionInfo },
    });
    return answer;
  };
  const sampled = (value: unknown) => [{ timestamp: at(), sampledValue: [{ value }] }];
  const place = { evse: { id: 1, connectorId: 1 }, idToken: { idToken: idTag, type: "ISO14443" } };
  return {
    event,
    async begin() {
      if (version !== "1.6") return event("Started", { ...place, meterValue: sampled(0) });
      const started = { connectorId: 1, idTag, meterStart: 0, timestamp: at() };
      const [, , answer] = await client.call("StartTransaction", started);
      ({ transactionId } = Object(answer));
      return answer;
    },
    async meter(wattHours: number) {
      if (version !== "1.6") return event("Updated", { meterValue: sampled(wattHours) });
      const meterValue = sampled(String(wattHours));
      await client.call("MeterValues", { connectorId: 1, transactionId, meterValue });
    },
    async isStopped() {
      const [, id, action] = JSON.parse(await client.next({ fits: isCall, timeoutMs: 15_000 }));
      expect(action).toBe(version === "1.6" ? "RemoteStopTransaction" : "RequestStopTransaction");
      client.send(JSON.stringify([3, id, { status: "Accepted" }]));
      if (version !== "1.6") return event("Ended", { triggerReason: "RemoteStop" });
      return client.call("StopTransaction", { transactionId, meterStop: 5200, timestamp: at(), reason: "Remote" });
    },
  };
}

describe.each(versions)("a session at a station of %s that does not see to limits itself", (version) => {
  const begun = async (name: string) => {
    const identity = `${name}-${version}`;
    const client = await gateway().boot(identity, version);
    return { identity, client, car: charge(client, version, identity) };
  };
  const proven = (identity: string, what: string) =>
    waitFor(
      async () => {
        expect(await stops(identity)).toEqual([
          { reason: `it reached its limit of ${what}`, answer: "accepted", proof: "confirmed" },
        ]);
        return true;
      },
      { what: `the stop of ${identity} to be proven` },
    );

  it("is stopped once it has the energy it may have, and the stop is followed to its proof", async () => {
    const { identity, client, car } = await begun("WATTHOURS");
    await token(identity, { max_energy_wh: 5000 });
    expect(await car.begin()).not.toHaveProperty("transactionLimit");
    await car.meter(4999);
    expect(await stops(identity)).toEqual([]);
    await car.meter(5100);
    await car.meter(5200);
    await car.isStopped();
    await proven(identity, "energy");
    expect(await limitOf(identity)).toMatchObject({
      wanted: { energyWh: 5000 },
      reached: { what: "energy", by: "us" },
    });
    client.close();
  });

  it("is stopped once it has lasted as long as it may, though the station says nothing", async () => {
    const { identity, client, car } = await begun("SECONDS");
    await token(identity, { max_seconds: 1 });
    await car.begin();
    await car.isStopped();
    await proven(identity, "time");
    client.close();
  });

  it("is stopped once it costs what it may, by its tariff", async () => {
    const identity = `MONEY-${version}`;
    await token(identity, { max_cost: "2" });
    await gateway().addStation(identity);
    await gateway().rows(
      `WITH made AS (INSERT INTO tariff (name, currency, per_kwh) VALUES ($1, 'EUR', '0.5') RETURNING id)
       UPDATE station SET tariff_id = made.id FROM made WHERE identity = $1`,
      identity,
    );
    const client = await gateway().boot(identity, version);
    const car = charge(client, version, identity);
    await car.begin();
    await car.meter(3900);
    expect(await stops(identity)).toEqual([]);
    await car.meter(4000);
    await car.isStopped();
    await proven(identity, "cost");
    client.close();
  });
});

describe("a station of 2.1 that sees to limits itself", () => {
  it("is told those that it can keep, and is left alone with what it says that it keeps", async () => {
    const identity = "KEEPS-LIMITS";
    const client = await gateway().boot(identity, "2.1");
    await token(identity, { max_energy_wh: 5000, max_seconds: 3600, max_cost: "20" });
    await supports(identity, "maxEnergy,maxSoC");
    const car = charge(client, "2.1", identity);
    expect(await car.begin()).toMatchObject({ transactionLimit: { maxEnergy: 5000 } });
    const said = { triggerReason: "LimitSet", transactionInfo: { transactionLimit: { maxEnergy: 5000 } } };
    expect(await car.event("Updated", said)).toEqual({});
    await car.meter(5200);
    await car.event("Ended", {
      triggerReason: "EnergyLimitReached",
      transactionInfo: { stoppedReason: "EnergyLimitReached" },
    });
    expect(await limitOf(identity)).toMatchObject({
      wanted: { energyWh: 5000, seconds: 3600, cost: "20" },
      station: { energyWh: 5000 },
      reached: { what: "energy", by: "station" },
    });
    expect(await stops(identity)).toEqual([]);
    client.close();
  });

  it("is still stopped from here when it never said that it took the limit", async () => {
    const identity = "TAKES-NO-LIMIT";
    const client = await gateway().boot(identity, "2.1");
    await token(identity, { max_energy_wh: 5000 });
    await supports(identity, "maxEnergy");
    const car = charge(client, "2.1", identity);
    await car.begin();
    await car.meter(5200);
    await car.isStopped();
    expect(await limitOf(identity)).toMatchObject({ reached: { what: "energy", by: "us" } });
    client.close();
  });

  it("ends a session by itself when it has what it may have", async () => {
    const identity = "VIRTUAL-LIMITS";
    await token(identity, { max_energy_wh: 200 });
    const virtual = await station(identity, "2.1", { speed: 2000 });
    await done(identity, { type: "read-variables" });
    await virtual.plugIn(1);
    await virtual.presentToken(1, identity);
    await waitFor(async () => (await limitOf(identity))?.reached !== undefined, { what: "the limit to be reached" });
    expect(await limitOf(identity)).toMatchObject({
      wanted: { energyWh: 200 },
      station: { energyWh: 200 },
      reached: { what: "energy", by: "station" },
    });
    expect(await stops(identity)).toEqual([]);
  });
});
