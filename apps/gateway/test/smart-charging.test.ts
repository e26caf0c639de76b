import type { ChargingProfile } from "@chargehand/domain/charging/profile";
import type { HoldingKind } from "@chargehand/domain/holding";
import { VirtualStation } from "@chargehand/simulator/station";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway, versions } from "./harness";
import { type Operator, startOperator } from "./operator";

let gateway: TestGateway;
let operator: Operator;
const stations: VirtualStation[] = [];
beforeAll(async () => {
  gateway = await startTestGateway();
  operator = await startOperator(gateway);
  await gateway.addToken("CAFE01");
});
afterEach(() => {
  for (const station of stations.splice(0)) station.stop();
});
afterAll(async () => {
  await operator.stop();
  await gateway.stop();
});

type Version = (typeof versions)[number];

const held = async <K extends HoldingKind>(identity: string, kind: K) =>
  Object.values(await operator.held(identity, kind));

/** A virtual station with a car that charges at its first evse with eleven kilowatts. */
async function charging(identity: string, version: Version): Promise<VirtualStation> {
  await gateway.addStation(identity);
  const station = new VirtualStation({ identity, version, url: gateway.url });
  stations.push(station);
  await station.connect();
  await station.plugIn(1);
  await station.presentToken(1, "CAFE01");
  expect(station.reading(1).flow.watts).toBeCloseTo(11_000, -1);
  return station;
}

const sessionOf = async (identity: string) =>
  (
    await gateway.row<{ wire_id: string }>(
      `SELECT wire_id FROM session JOIN station ON station.id = station_id
       WHERE identity = $1 AND status = 'open' AND wire_id IS NOT NULL`,
      identity,
    )
  ).wire_id;

describe.each(versions)("power at a station of %s", (version) => {
  it("falls when a limit is set, which its own schedule proves, and rises when it is cleared", async () => {
    const identity = `LIMIT-${version}`;
    const station = await charging(identity, version);

    const limit = await operator.give(identity, { type: "set-limit", evse: 1, limit: 6, unit: "A" });
    await operator.becomes(limit, {
      answer: "accepted",
      proof: "confirmed",
      evidence: expect.stringMatching(/allows 6 A/),
    });
    expect(await held(identity, "charging-profile")).toMatchObject([
      { evse: 1, purpose: "default", stackLevel: 0, schedules: [{ unit: "A", periods: [{ start: 0, limit: 6 }] }] },
    ]);
    expect(await held(identity, "reported-schedule")).toMatchObject([
      { evse: 1, unit: "A", periods: [{ start: 0, limit: 6 }] },
    ]);
    await expect.poll(() => station.reading(1).flow.watts).toBeLessThan(6 * 230 * 3 + 50);

    const clear = await operator.give(identity, { type: "clear-profiles", evse: 1, purpose: "default" });
    await operator.becomes(clear, { answer: "accepted" });
    expect(await held(identity, "charging-profile")).toEqual([]);
    await expect.poll(() => station.reading(1).flow.watts).toBeGreaterThan(10_000);
  });

  it("of one session is limited for as long as it lasts", async () => {
    const identity = `SESSION-${version}`;
    const station = await charging(identity, version);
    const session = await sessionOf(identity);

    const limit = await operator.give(identity, { type: "set-limit", evse: 1, session, limit: 4_000, unit: "W" });
    await operator.becomes(limit, { answer: "accepted", proof: "confirmed" });
    expect(await held(identity, "charging-profile")).toMatchObject([{ evse: 1, purpose: "session", session }]);
    await expect.poll(() => station.reading(1).flow.watts).toBeLessThan(4_050);

    await station.presentToken(1, "CAFE01");
    await expect.poll(() => held(identity, "charging-profile")).toEqual([]);
  });

  it("that another profile rules over is not said to be limited", async () => {
    const identity = `HIGHER-${version}`;
    await charging(identity, version);
    const low = { type: "set-limit", evse: 1, limit: 16, unit: "A", stackLevel: 3 } as const;
    await operator.becomes(await operator.give(identity, low), { proof: "confirmed" });

    const profile: ChargingProfile = {
      id: 5,
      evse: 1,
      purpose: "default",
      stackLevel: 1,
      kind: "absolute",
      schedules: [{ startsAt: "2026-01-01T00:00:00Z", unit: "A", periods: [{ start: 0, limit: 6 }] }],
    };
    const second = await operator.give(identity, { type: "set-profile", profile });
    await operator.becomes(second, {
      answer: "accepted",
      proof: "unproven",
      evidence: expect.stringMatching(/not effective: the station's schedule allows 16 A/),
    });
  });
});

describe("what a station tells of its power", () => {
  it("limits of others and a car's needs are held until they are lifted, or the car leaves", async () => {
    const identity = "TOLD-2.1";
    const station = await charging(identity, "2.1");
    const schedule = { id: 1, chargingRateUnit: "W", chargingSchedulePeriod: [{ startPeriod: 0, limit: 9_000 }] };
    await station.call("NotifyChargingLimit", {
      chargingLimit: { chargingLimitSource: "EMS", isGridCritical: false },
      chargingSchedule: [schedule],
    });
    expect(await held(identity, "charging-limit")).toMatchObject([
      { evse: 0, source: "EMS", schedules: [{ unit: "W", periods: [{ start: 0, limit: 9_000 }] }] },
    ]);
    const outcome = await station.call("NotifyEVChargingNeeds", {
      evseId: 1,
      chargingNeeds: { requestedEnergyTransfer: "AC_three_phase", departureTime: "2026-12-24T18:00:00Z" },
    });
    // Rejected would end the session in 2.1; there is only no plan.
    expect(outcome).toMatchObject({ type: "result", payload: { status: "NoChargingProfile" } });
    expect(await held(identity, "car-needs")).toMatchObject([{ evse: 1, transfer: "AC_three_phase" }]);

    await station.call("ClearedChargingLimit", { chargingLimitSource: "EMS" });
    expect(await held(identity, "charging-limit")).toEqual([]);
    await station.presentToken(1, "CAFE01");
    await expect.poll(() => held(identity, "car-needs")).toEqual([]);
  });

  it.each(["2.0.1", "2.1"] as const)(
    "all profiles are named when they are read, and others are forgotten, in %s",
    async (version) => {
      const identity = `READ-${version}`;
      const station = await charging(identity, version);
      await operator.becomes(await operator.give(identity, { type: "set-limit", evse: 0, limit: 30_000, unit: "W" }), {
        proof: "confirmed",
      });
      // One that the station holds no longer, of which we never heard.
      await gateway.rows(
        `INSERT INTO holding (station_id, kind, key, value, at)
       SELECT id, 'charging-profile', '77', '{"id":77}', now() FROM station WHERE identity = $1`,
        identity,
      );
      const read = await operator.give(identity, { type: "read-profiles" });
      await operator.becomes(read, { answer: "accepted", proof: "confirmed" });
      expect(await held(identity, "charging-profile")).toMatchObject([
        { id: 910_000, evse: 0, purpose: "station-max", source: "CSO" },
      ]);

      await operator.becomes(await operator.give(identity, { type: "clear-profiles" }), { answer: "accepted" });
      await operator.becomes(await operator.give(identity, { type: "read-profiles" }), {
        answer: "accepted",
        proof: "confirmed",
        detail: "NoProfiles",
      });
      expect(await held(identity, "charging-profile")).toEqual([]);
      expect(station.online).toBe(true);
    },
  );
});

describe("in 2.1", () => {
  it("a dynamic profile's limit is set anew, held, obeyed, and told to a station that asks", async () => {
    const identity = "DYNAMIC";
    const station = await charging(identity, "2.1");
    const pulled = (chargingProfileId: number) => station.call("PullDynamicScheduleUpdate", { chargingProfileId });
    expect(await pulled(31)).toMatchObject({ type: "result", payload: { status: "Rejected" } });

    const profile: ChargingProfile = {
      id: 31,
      evse: 1,
      purpose: "default",
      stackLevel: 0,
      kind: "dynamic",
      schedules: [{ unit: "W", periods: [{ start: 0, limit: 8_000 }] }],
    };
    await operator.becomes(await operator.give(identity, { type: "set-profile", profile }), { proof: "confirmed" });
    const update = await operator.give(identity, { type: "set-dynamic-limit", profile: 31, limit: 3_000 });
    await operator.becomes(update, { answer: "accepted" });
    expect(await held(identity, "charging-profile")).toMatchObject([
      { id: 31, kind: "dynamic", schedules: [{ periods: [{ start: 0, limit: 3_000 }] }] },
    ]);
    await expect.poll(() => station.reading(1).flow.watts).toBeLessThan(3_050);
    expect(await pulled(31)).toMatchObject({
      type: "result",
      payload: { status: "Accepted", scheduleUpdate: { limit: 3_000 } },
    });

    const back = { type: "set-dynamic-limit", profile: 31, setpoint: -2_000, discharge: -2_500 } as const;
    await operator.becomes(await operator.give(identity, back), { answer: "accepted" });
    const both = { limit: 3_000, setpoint: -2_000, discharge: -2_500 };
    expect(await operator.held(identity, "charging-profile")).toMatchObject({
      "31": { schedules: [{ periods: [both] }] },
    });
    expect(await pulled(31)).toMatchObject({
      payload: { scheduleUpdate: { limit: 3_000, setpoint: -2_000, dischargeLimit: -2_500 } },
    });
  });

  it("a profile with a limit for each phase is held phase by phase, and told the same way by the station", async () => {
    const identity = "PHASES";
    await charging(identity, "2.1");
    const period = { start: 0, limit: 16, limitL2: 10, limitL3: 6 };
    const profile: ChargingProfile = {
      ...{ id: 33, evse: 1, purpose: "default", stackLevel: 0, kind: "absolute" },
      schedules: [{ startsAt: "2026-01-01T00:00:00Z", unit: "A", periods: [period] }],
    };
    await operator.becomes(await operator.give(identity, { type: "set-profile", profile }), { answer: "accepted" });
    expect(await operator.held(identity, "charging-profile")).toMatchObject({
      "33": { schedules: [{ periods: [period] }] },
    });
    await operator.becomes(await operator.give(identity, { type: "read-profiles" }), { proof: "confirmed" });
    expect(await operator.held(identity, "charging-profile")).toMatchObject({
      "33": { source: "CSO", schedules: [{ periods: [period] }] },
    });
  });

  it("priority is held as long as it lasts, and refused where there is no profile for it", async () => {
    const identity = "PRIORITY";
    const station = await charging(identity, "2.1");
    const session = await sessionOf(identity);
    const without = await operator.give(identity, { type: "use-priority", session, active: true });
    await operator.becomes(without, { answer: "rejected", detail: "NoProfile" });

    const profile: ChargingProfile = {
      id: 32,
      evse: 0,
      purpose: "priority",
      stackLevel: 0,
      kind: "absolute",
      schedules: [{ startsAt: "2026-01-01T00:00:00Z", unit: "W", periods: [{ start: 0, limit: 20_000 }] }],
    };
    // It shows in no schedule until somebody uses it; the station names it when it is asked.
    await operator.becomes(await operator.give(identity, { type: "set-profile", profile }), {
      proof: "confirmed",
      evidence: expect.stringMatching(/names it/),
    });
    await operator.becomes(await operator.give(identity, { type: "use-priority", session, active: true }), {
      answer: "accepted",
    });
    expect(await held(identity, "priority-charging")).toEqual([{ session, active: true }]);
    await station.presentToken(1, "CAFE01");
    await expect.poll(() => held(identity, "priority-charging")).toEqual([]);
  });

  it("how the station behaves towards the grid is set, named by it, and cleared", async () => {
    const identity = "GRID";
    const station = await charging(identity, "2.1");
    const order = { priority: 1, gradient: 1, softGradient: 1 };
    const set = { type: "set-grid-control", id: "ramp", control: "gradients", isDefault: true, order } as const;
    await operator.becomes(await operator.give(identity, set), { answer: "accepted", proof: "confirmed" });
    expect(await held(identity, "grid-control")).toMatchObject([
      { id: "ramp", type: "gradients", isDefault: true, priority: 1, order: { gradient: 1 } },
    ]);
    await station.call("NotifyDERAlarm", { controlType: "LVMustTrip", timestamp: new Date().toISOString() });
    expect(await held(identity, "grid-alarm")).toMatchObject([{ type: "lv-must-trip" }]);

    const clear = await operator.give(identity, { type: "clear-grid-controls", isDefault: true, id: "ramp" });
    await operator.becomes(clear, { answer: "accepted" });
    expect(await held(identity, "grid-control")).toEqual([]);
  });

  it("a battery is swapped: the slots tell it, and that proves it", async () => {
    const identity = "SWAP";
    await gateway.addStation(identity);
    const station = new VirtualStation({ identity, version: "2.1", url: gateway.url });
    stations.push(station);
    await station.connect();
    const swap = await operator.give(identity, { type: "swap-battery", token: { value: "CAFE01", kind: "iso14443" } });
    await operator.becomes(swap, { answer: "accepted", proof: "confirmed" });
    expect(await held(identity, "battery")).toMatchObject([{ evse: 2, charge: 12, health: 93 }]);
    expect(await held(identity, "battery-swap")).toMatchObject([
      { what: "in", token: { value: "CAFE01" } },
      { what: "out", batteries: [{ serialNumber: "BAT-1" }] },
    ]);
  });
});
