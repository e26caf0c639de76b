import { describe, expect, it } from "vitest";
import type { Version } from "../../src/dialects/dialect";
import { ManualClock } from "../../src/time/manual-clock";
import { versions } from "../stations";
import { charging, malformed, withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor, heard } = withBlocks();

const noon = Date.UTC(2026, 4, 1, 12);
const hour = 3_600_000;

type Wanted = {
  id?: number;
  stackLevel?: number;
  purpose?: string;
  kind?: string;
  recurrency?: string;
  startsAt?: number;
  validTo?: number;
  unit?: string;
  duration?: number;
  transaction?: string;
  periods?: [start: number, limit: number][];
};

/** An order to obey a profile: six kilowatts by default, from noon on. */
function order(version: Version, evse: number, wanted: Wanted = {}): object {
  const { id = 1, stackLevel = 0, purpose = "TxDefaultProfile", kind = "Absolute", unit = "W" } = wanted;
  const { duration, periods = [[0, 6_000]], recurrency: recurrencyKind, transaction, validTo } = wanted;
  const startsAt = kind === "Relative" ? undefined : (wanted.startsAt ?? noon);
  const schedule = {
    ...(startsAt !== undefined && { startSchedule: new Date(startsAt).toISOString() }),
    ...(duration && { duration }),
    chargingRateUnit: unit,
    chargingSchedulePeriod: periods.map(([startPeriod, limit]) => ({ startPeriod, limit })),
  };
  const profile = {
    stackLevel,
    chargingProfilePurpose: purpose,
    chargingProfileKind: kind,
    ...(recurrencyKind && { recurrencyKind }),
    ...(validTo !== undefined && { validTo: new Date(validTo).toISOString() }),
  };
  if (version === "1.6") {
    const named = transaction === undefined ? {} : { transactionId: Number(transaction) };
    return {
      connectorId: evse,
      csChargingProfiles: { chargingProfileId: id, ...named, ...profile, chargingSchedule: schedule },
    };
  }
  const named = transaction === undefined ? {} : { transactionId: transaction };
  return { evseId: evse, chargingProfile: { id, ...named, ...profile, chargingSchedule: [{ id: 1, ...schedule }] } };
}

const maximum = {
  "1.6": "ChargePointMaxProfile",
  "2.0.1": "ChargingStationMaxProfile",
  "2.1": "ChargingStationMaxProfile",
};

describe.each(versions)("charging profiles of %s", (version) => {
  const set = async (evse: number, wanted?: Wanted) =>
    (await ask("SetChargingProfile", order(version, evse, wanted))).status;
  const clear = async (id: number) =>
    (await ask("ClearChargingProfile", version === "1.6" ? { id } : { chargingProfileId: id })).status;

  const start = async () => {
    const clock = new ManualClock(noon);
    const virtual = station({ version, clock, speed: 1 });
    await charging(virtual);
    return { clock, virtual };
  };

  it("lower the power of the car at once, in watts or amperes, and give it back when they are cleared", async () => {
    const { virtual } = await start();
    const watts = () => virtual.reading(1).flow.watts;
    expect(watts()).toBeCloseTo(11_000, 0);
    expect(await set(1)).toBe("Accepted");
    await expect.poll(watts).toBeCloseTo(6_000, 0);
    expect(await set(1, { id: 2, stackLevel: 1, unit: "A", periods: [[0, 10]] })).toBe("Accepted");
    await expect.poll(watts).toBeCloseTo(6_900, 0);
    expect(await clear(2)).toBe("Accepted");
    await expect.poll(watts).toBeCloseTo(6_000, 0);
    expect(await clear(2)).toBe("Unknown");
    expect(await clear(1)).toBe("Accepted");
    await expect.poll(watts).toBeCloseTo(11_000, 0);
  });

  it("are obeyed period by period, as the meter shows", async () => {
    const { clock, virtual } = await start();
    await set(1, {
      duration: 7_200,
      periods: [
        [0, 6_000],
        [1_800, 0],
        [3_600, 8_000],
      ],
    });
    await expect.poll(() => virtual.reading(1).flow.watts).toBeCloseTo(6_000, 0);
    const before = virtual.reading(1).wh;
    clock.advance(hour / 2);
    expect(virtual.reading(1).wh - before).toBeCloseTo(3_000, 0);
    await virtual.settled();
    await expect.poll(() => virtual.transaction(1)?.state).toBe("paused-by-station");
    clock.advance(hour / 2);
    expect(virtual.reading(1).wh - before).toBeCloseTo(3_000, 0);
    expect(virtual.reading(1).flow.watts).toBeCloseTo(8_000, 0);
    clock.advance(hour);
    expect(virtual.reading(1).flow.watts).toBeGreaterThan(10_000);
  });

  it("tell the composite schedule that everything together makes", async () => {
    const { clock } = await start();
    await set(0, { id: 9, purpose: maximum[version], periods: [[0, 9_000]] });
    await set(0, {
      id: 1,
      periods: [
        [0, 6_000],
        [3_600, 12_000],
      ],
    });
    await set(0, {
      id: 2,
      stackLevel: 3,
      kind: "Recurring",
      recurrency: "Daily",
      startsAt: noon - 24 * hour + hour / 2,
      duration: 600,
      periods: [[0, 4_000]],
    });
    clock.advance(60_000);
    const asked = { duration: 7_200, chargingRateUnit: "W" };
    const answer = await ask(
      "GetCompositeSchedule",
      version === "1.6" ? { connectorId: 1, ...asked } : { evseId: 1, ...asked },
    );
    const schedule = version === "1.6" ? { ...answer, ...Object(answer.chargingSchedule) } : Object(answer.schedule);
    expect(schedule).toMatchObject({
      scheduleStart: new Date(noon + 60_000).toISOString(),
      duration: 7_200,
      chargingRateUnit: "W",
      chargingSchedulePeriod: [
        { startPeriod: 0, limit: 6_000, numberPhases: 3 },
        { startPeriod: 1_740, limit: 4_000 },
        { startPeriod: 2_340, limit: 6_000 },
        { startPeriod: 3_540, limit: 9_000 },
      ],
    });
    const amperes = { duration: 60, chargingRateUnit: "A" };
    const whole = await ask(
      "GetCompositeSchedule",
      version === "1.6" ? { connectorId: 0, ...amperes } : { evseId: 0, ...amperes },
    );
    expect(JSON.stringify(whole)).toContain('"limit":13');
    expect(
      (
        await ask(
          "GetCompositeSchedule",
          version === "1.6" ? { connectorId: 7, duration: 9 } : { evseId: 7, duration: 9 },
        )
      ).status,
    ).toBe("Rejected");
  });

  it("of a transaction hide the default, and end with it", async () => {
    const { virtual } = await start();
    const transaction = virtual.transaction(1)?.wireId;
    expect(await set(2, { id: 5, purpose: "TxProfile", transaction })).toBe("Rejected");
    await set(0, { id: 1, periods: [[0, 3_000]] });
    expect(await set(1, { id: 5, purpose: "TxProfile", kind: "Relative", transaction, periods: [[0, 9_000]] })).toBe(
      "Accepted",
    );
    await expect.poll(() => virtual.reading(1).flow.watts).toBeCloseTo(9_000, 0);
    await virtual.unplug(1);
    expect(await clear(5)).toBe("Unknown");
    await virtual.plugIn(1);
    await virtual.presentToken(1, "TAG2");
    await expect.poll(() => virtual.reading(1).flow.watts).toBeCloseTo(3_000, 0);
  });

  it("of the station are shared by all who charge", async () => {
    const { virtual } = await start();
    await virtual.plugIn(2);
    await virtual.presentToken(2, "TAG2");
    await set(0, { purpose: maximum[version], periods: [[0, 12_000]] });
    const watts = () => virtual.charger.evses.map((evse) => Math.round(virtual.charger.reading(evse).flow.watts));
    await expect.poll(watts).toEqual([6_000, 6_000]);
    await set(1, { id: 2, periods: [[0, 4_000]] });
    await expect.poll(watts).toEqual([4_000, 8_000]);
    await virtual.unplug(1);
    await expect.poll(watts).toEqual([0, 11_000]);
  });

  it("are replaced by those of the same id, or of the same purpose, stack level and place", async () => {
    const { virtual } = await start();
    await set(1, { id: 1 });
    await set(1, { id: 2, periods: [[0, 5_000]] });
    expect(await clear(1)).toBe("Unknown");
    await set(1, { id: 2, stackLevel: 4, periods: [[0, 7_000]] });
    await expect.poll(() => virtual.reading(1).flow.watts).toBeCloseTo(7_000, 0);
    const byLevel =
      version === "1.6" ? { connectorId: 1, stackLevel: 4 } : { chargingProfileCriteria: { evseId: 1, stackLevel: 4 } };
    expect((await ask("ClearChargingProfile", byLevel)).status).toBe("Accepted");
    await expect.poll(() => virtual.reading(1).flow.watts).toBeCloseTo(11_000, 0);
  });

  it("are refused where they cannot be obeyed", async () => {
    await start();
    expect(await set(9)).toBe("Rejected");
    expect(await set(1, { purpose: maximum[version] })).toBe("Rejected");
    expect(await set(1, { stackLevel: 99 })).toBe("Rejected");
    expect(await set(1, { periods: [[60, 1_000]] })).toBe("Rejected");
    expect(await set(0, { purpose: maximum[version], kind: "Relative" })).toBe("Rejected");
    expect(await codeFor("SetChargingProfile", order(version, 1, { unit: "HP" }))).toBe(malformed[version]);
  });

  it("may come with a remote start", async () => {
    const virtual = station({ version });
    await virtual.connect();
    await virtual.plugIn(1);
    const wanted = order(version, 1, { purpose: "TxProfile", kind: "Relative" });
    const remote =
      version === "1.6"
        ? { idTag: "R", connectorId: 1, chargingProfile: Object(wanted).csChargingProfiles }
        : {
            idToken: { idToken: "R", type: "Central" },
            evseId: 1,
            remoteStartId: 7,
            chargingProfile: Object(wanted).chargingProfile,
          };
    await ask(version === "1.6" ? "RemoteStartTransaction" : "RequestStartTransaction", remote);
    await expect.poll(() => virtual.reading(1).flow.watts).toBeCloseTo(6_000, 0);
  });
});

describe.each(versions)("a profile that came with a remote start in %s", (version) => {
  it("is forgotten when another start is ordered without one", async () => {
    const virtual = station({ version, settings: { connectionTimeOutMs: 20 } });
    await virtual.connect();
    const token =
      version === "1.6"
        ? { idTag: "R", connectorId: 1 }
        : { idToken: { idToken: "R", type: "Central" }, evseId: 1, remoteStartId: 7 };
    const profile = order(version, 1, { purpose: "TxProfile", kind: "Relative" });
    const action = version === "1.6" ? "RemoteStartTransaction" : "RequestStartTransaction";
    await ask(action, {
      ...token,
      chargingProfile: Object(profile)[version === "1.6" ? "csChargingProfiles" : "chargingProfile"],
    });
    await expect.poll(() => virtual.charger.evse(1)?.authorisation).toBeUndefined();
    await virtual.plugIn(1);
    await ask(action, token);
    await expect.poll(() => virtual.transaction(1)).toBeDefined();
    await virtual.settled();
    expect(virtual.reading(1).flow.watts).toBeCloseTo(11_000, 0);
  });
});

describe.each(["2.0.1", "2.1"] as const)("smart charging of %s", (version) => {
  it("says that the rate changed, and reports what is installed place by place", async () => {
    const virtual = await charging(station({ version }));
    const events = csms().calls("TransactionEvent").length;
    await ask("SetChargingProfile", order(version, 1));
    await ask("SetChargingProfile", order(version, 2, { id: 2 }));
    await ask("SetChargingProfile", order(version, 0, { id: 3, purpose: "ChargingStationMaxProfile" }));
    await heard("TransactionEvent", events + 1);
    expect(csms().calls("TransactionEvent").at(events)).toMatchObject({ triggerReason: "ChargingRateChanged" });

    expect(await ask("GetChargingProfiles", { requestId: 4, chargingProfile: {} })).toEqual({ status: "Accepted" });
    const reports = await heard("ReportChargingProfiles", 3);
    expect(reports).toMatchObject([
      { requestId: 4, evseId: 1, tbc: true, chargingLimitSource: "CSO", chargingProfile: [{ id: 1, stackLevel: 0 }] },
      { requestId: 4, evseId: 2, tbc: true, chargingProfile: [{ id: 2 }] },
      { requestId: 4, evseId: 0, tbc: false, chargingProfile: [{ id: 3 }] },
    ]);
    const none = { requestId: 5, evseId: 1, chargingProfile: { chargingProfileId: [3] } };
    expect((await ask("GetChargingProfiles", none)).status).toBe("NoProfiles");
    await virtual.settled();
  });

  it("never takes limits that are not the CSMS's to set, nor two defaults that clash", async () => {
    await charging(station({ version }));
    const outside = order(version, 0, { purpose: "ChargingStationExternalConstraints" });
    expect((await ask("SetChargingProfile", outside)).status).toBe("Rejected");
    await ask("SetChargingProfile", order(version, 0, { id: 1 }));
    expect(await ask("SetChargingProfile", order(version, 1, { id: 2 }))).toMatchObject({
      status: "Rejected",
      statusInfo: { reasonCode: "DuplicateProfile" },
    });
  });
});

describe("smart charging of 2.1", () => {
  const dynamic = (interval?: number) => ({
    evseId: 1,
    chargingProfile: {
      id: 1,
      stackLevel: 0,
      chargingProfilePurpose: "TxDefaultProfile",
      chargingProfileKind: "Dynamic",
      ...(interval && { dynUpdateInterval: interval }),
      chargingSchedule: [{ id: 1, chargingRateUnit: "W", chargingSchedulePeriod: [{ startPeriod: 0, limit: 5_000 }] }],
    },
  });

  it("follows a dynamic schedule, told or asked for", async () => {
    const virtual = await charging(station({ version: "2.1" }));
    const watts = () => virtual.reading(1).flow.watts;
    csms().answers = (action) =>
      action === "PullDynamicScheduleUpdate" ? { status: "Accepted", scheduleUpdate: { limit: 7_000 } } : {};
    await ask("SetChargingProfile", dynamic());
    await expect.poll(watts).toBeCloseTo(5_000, 0);
    const update = { chargingProfileId: 1, scheduleUpdate: { limit: 4_200 } };
    expect((await ask("UpdateDynamicSchedule", update)).status).toBe("Accepted");
    await expect.poll(watts).toBeCloseTo(4_200, 0);
    await ask("GetChargingProfiles", { requestId: 1, chargingProfile: {} });
    expect(JSON.stringify(await heard("ReportChargingProfiles"))).toContain('"limit":4200');
    expect((await ask("UpdateDynamicSchedule", { ...update, chargingProfileId: 8 })).status).toBe("Rejected");

    await ask("SetChargingProfile", dynamic(1));
    await expect.poll(() => csms().calls("PullDynamicScheduleUpdate")[0], { timeout: 3_000 }).toBeDefined();
    await expect.poll(watts).toBeCloseTo(7_000, 0);
  });

  it("charges with priority where there is a profile for it", async () => {
    const virtual = await charging(station({ version: "2.1" }));
    const transactionId = virtual.transaction(1)?.wireId;
    await ask("SetChargingProfile", order("2.1", 1, { periods: [[0, 2_000]] }));
    expect((await ask("UsePriorityCharging", { transactionId, activate: true })).status).toBe("NoProfile");
    await ask("SetChargingProfile", order("2.1", 1, { id: 2, purpose: "PriorityCharging", periods: [[0, 10_000]] }));
    expect((await ask("UsePriorityCharging", { transactionId, activate: true })).status).toBe("Accepted");
    expect(await heard("NotifyPriorityCharging")).toEqual([{ transactionId, activated: true }]);
    await expect.poll(() => virtual.reading(1).flow.watts).toBeCloseTo(10_000, 0);
    await ask("UsePriorityCharging", { transactionId, activate: false });
    await expect.poll(() => virtual.reading(1).flow.watts).toBeCloseTo(2_000, 0);
    expect((await ask("UsePriorityCharging", { transactionId: "none", activate: true })).status).toBe("Rejected");
  });

  it("remembers which ways of energy a transaction may use", async () => {
    const virtual = await charging(station({ version: "2.1" }));
    const transactionId = virtual.transaction(1)?.wireId;
    const allowedEnergyTransfer = ["AC_three_phase"];
    expect((await ask("NotifyAllowedEnergyTransfer", { transactionId, allowedEnergyTransfer })).status).toBe(
      "Accepted",
    );
    expect(virtual.transaction(1)?.allowedTransfer).toEqual(allowedEnergyTransfer);
    const other = { transactionId: "none", allowedEnergyTransfer };
    expect((await ask("NotifyAllowedEnergyTransfer", other)).status).toBe("Rejected");
  });

  it("follows the grid's signal along the curve of its profile", async () => {
    const virtual = await charging(station({ version: "2.1" }));
    const signal = { timestamp: new Date().toISOString(), signal: 50 };
    expect((await ask("AFRRSignal", signal)).status).toBe("Rejected");
    const v2xSignalWattCurve = [
      { signal: 0, power: 2_000 },
      { signal: 100, power: 10_000 },
    ];
    await ask("SetChargingProfile", {
      evseId: 1,
      chargingProfile: {
        id: 1,
        stackLevel: 0,
        chargingProfilePurpose: "TxDefaultProfile",
        chargingProfileKind: "Absolute",
        chargingSchedule: [
          {
            id: 1,
            startSchedule: new Date(noon - 240 * hour).toISOString(),
            chargingRateUnit: "W",
            chargingSchedulePeriod: [{ startPeriod: 0, operationMode: "CentralFrequency", v2xSignalWattCurve }],
          },
        ],
      },
    });
    await expect.poll(() => virtual.reading(1).flow.watts).toBeCloseTo(2_000, 0);
    expect((await ask("AFRRSignal", signal)).status).toBe("Accepted");
    await expect.poll(() => virtual.reading(1).flow.watts).toBeCloseTo(6_000, 0);
  });
});
