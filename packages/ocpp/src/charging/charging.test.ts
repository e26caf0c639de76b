import { describe, expect, it } from "vitest";
import { dialects } from "../dialects";
import { whyUnsayable } from "../unsayable";
import type { Version } from "../version";

const now = new Date("2026-05-01T10:00:00Z");
const reported = (version: Version, action: string, request: object) =>
  dialects[version].inbound(action)?.toReport(request, { receivedAt: now, note: () => {} });
const follows = (version: Version, action: string, request: object, response: object) =>
  dialects[version].effect(action)?.toReports?.(request, response);

const schedule = {
  startSchedule: "2026-05-01T00:00:00+02:00",
  chargingRateUnit: "A",
  minChargingRate: 6,
  chargingSchedulePeriod: [
    { startPeriod: 0, limit: 16, numberPhases: 1 },
    { startPeriod: 3600, limit: 6 },
  ],
};
const inDomainWords = {
  startsAt: "2026-04-30T22:00:00.000Z",
  unit: "A",
  minimum: 6,
  periods: [
    { start: 0, limit: 16, phases: 1 },
    { start: 3600, limit: 6 },
  ],
};

describe("a profile that a station took", () => {
  it("is held in one form for every version, and nothing that was said of it is lost", () => {
    const old = {
      connectorId: 2,
      csChargingProfiles: {
        chargingProfileId: 7,
        transactionId: 4711,
        stackLevel: 3,
        chargingProfilePurpose: "TxProfile",
        chargingProfileKind: "Recurring",
        recurrencyKind: "Daily",
        validTo: "2026-06-01T00:00:00Z",
        chargingSchedule: schedule,
      },
    };
    const value = {
      ...{ id: 7, evse: 2, purpose: "session", stackLevel: 3, kind: "recurring", recurrence: "daily" },
      ...{ validTo: "2026-06-01T00:00:00.000Z", session: "4711", schedules: [inDomainWords] },
    };
    const set = { do: "set", kind: "charging-profile", key: "7", value };
    expect(follows("1.6", "SetChargingProfile", old, { status: "Accepted" })).toEqual([
      {
        type: "held",
        changes: [
          { do: "clear", kind: "charging-profile", matching: { purpose: "session", stackLevel: 3, evse: 2 } },
          set,
        ],
      },
    ]);
    expect(follows("1.6", "SetChargingProfile", old, { status: "Rejected" })).toEqual([]);

    const { chargingProfileId: id, chargingSchedule, ...rest } = old.csChargingProfiles;
    const chargingProfile = {
      ...{ ...rest, id, transactionId: "4711", dynUpdateInterval: 60 },
      chargingSchedule: [{ id: 1, ...chargingSchedule, salesTariff: { id: 1 } }],
    };
    // One that is valid for a while may stand beside another of its level, so it takes nobody's place but its own.
    expect(follows("2.1", "SetChargingProfile", { evseId: 2, chargingProfile }, { status: "Accepted" })).toEqual([
      {
        type: "held",
        changes: [
          {
            ...set,
            value: {
              ...value,
              schedules: [{ id: 1, ...inDomainWords, more: { salesTariff: { id: 1 } } }],
              more: { dynUpdateInterval: 60 },
            },
          },
        ],
      },
    ]);
  });

  it.each(["1.6", "2.0.1", "2.1"] as const)("goes back to %s as it came", (version) => {
    const old = version === "1.6";
    const request = old
      ? {
          connectorId: 1,
          csChargingProfiles: {
            chargingProfileId: 7,
            stackLevel: 3,
            chargingProfilePurpose: "TxDefaultProfile",
            chargingProfileKind: "Absolute",
            chargingSchedule: { ...schedule, startSchedule: "2026-05-01T00:00:00.000Z" },
          },
        }
      : {
          evseId: 1,
          chargingProfile: {
            id: 7,
            stackLevel: 3,
            chargingProfilePurpose: "TxDefaultProfile",
            chargingProfileKind: "Absolute",
            chargingSchedule: [{ id: 1, ...schedule, startSchedule: "2026-05-01T00:00:00.000Z" }],
          },
        };
    const [report] = follows(version, "SetChargingProfile", request, { status: "Accepted" }) ?? [];
    const change = report?.type === "held" ? report.changes.find((each) => each.do === "set") : undefined;
    if (change?.do !== "set" || change.kind !== "charging-profile") throw new Error("no profile is held");
    const call = dialects[version].build({ type: "set-profile", profile: change.value }, { commandId: 1 });
    expect(whyUnsayable(version, call)).toBeUndefined();
    expect(JSON.parse(JSON.stringify(call))).toEqual({ action: "SetChargingProfile", payload: request });
  });

  it("has all rates of 2.1 in words of its own, and goes back as it came", () => {
    const period = {
      ...{ startPeriod: 0, limit: 16, limit_L2: 10, limit_L3: 6, numberPhases: 3, phaseToUse: 2 },
      ...{ dischargeLimit: -5, dischargeLimit_L2: -4, dischargeLimit_L3: -3, operationMode: "CentralSetpoint" },
      ...{ setpoint: 1, setpoint_L2: 2, setpoint_L3: 3, setpointReactive: 4, evseSleep: true },
    };
    const request = {
      evseId: 1,
      chargingProfile: {
        ...{ id: 7, stackLevel: 0, chargingProfilePurpose: "TxDefaultProfile", chargingProfileKind: "Recurring" },
        recurrencyKind: "Daily",
        chargingSchedule: [
          {
            ...{ id: 1, chargingRateUnit: "A", startSchedule: "2026-05-01T08:00:00Z", useLocalTime: true },
            ...{ randomizedDelay: 60, limitAtSoC: { soc: 80, limit: 6 } },
            chargingSchedulePeriod: [period],
          },
        ],
      },
    };
    const [report] = follows("2.1", "SetChargingProfile", request, { status: "Accepted" }) ?? [];
    const change = report?.type === "held" ? report.changes.find((each) => each.do === "set") : undefined;
    if (change?.do !== "set" || change.kind !== "charging-profile") throw new Error("no profile is held");
    expect(change.value.schedules).toEqual([
      {
        ...{ id: 1, wallStart: "2026-05-01T08:00:00", unit: "A", delaySeconds: 60 },
        beyondCharge: { charge: 80, limit: 6 },
        periods: [
          {
            ...{ start: 0, limit: 16, limitL2: 10, limitL3: 6, phases: 3, phase: 2, mode: "central-setpoint" },
            ...{ discharge: -5, dischargeL2: -4, dischargeL3: -3, setpoint: 1, setpointL2: 2, setpointL3: 3 },
            more: { setpointReactive: 4, evseSleep: true },
          },
        ],
      },
    ]);
    const call = dialects["2.1"].build({ type: "set-profile", profile: change.value }, { commandId: 1 });
    expect(JSON.parse(JSON.stringify(call))).toEqual({ action: "SetChargingProfile", payload: request });
    expect(() => dialects["1.6"].build({ type: "set-profile", profile: change.value }, { commandId: 1 })).toThrow(
      /own time/,
    );
  });

  it("is held as well when it came with a start, where it is told at which evse", () => {
    const chargingProfile = {
      ...{ id: 9, stackLevel: 0, chargingProfilePurpose: "TxProfile", chargingProfileKind: "Relative" },
      chargingSchedule: [{ id: 1, chargingRateUnit: "A", chargingSchedulePeriod: [{ startPeriod: 0, limit: 8 }] }],
    };
    const start = { evseId: 2, idToken: { idToken: "A", type: "Central" }, remoteStartId: 1, chargingProfile };
    expect(
      follows("2.0.1", "RequestStartTransaction", start, { status: "Accepted", transactionId: "tx" }),
    ).toMatchObject([
      {
        changes: [
          { do: "clear" },
          { key: "9", value: { evse: 2, purpose: "session", session: "tx", kind: "relative" } },
        ],
      },
    ]);
    expect(
      follows("2.0.1", "RequestStartTransaction", { ...start, evseId: undefined }, { status: "Accepted" }),
    ).toEqual([]);
  });

  it("is gone by its number, or by what was named of it, but never where somebody else set it", () => {
    const cleared = (request: object, status = "Accepted") =>
      follows("2.1", "ClearChargingProfile", request, { status })?.flatMap((report) =>
        report.type === "held" ? report.changes : [],
      );
    expect(cleared({ chargingProfileId: 7 })).toEqual([{ do: "clear", kind: "charging-profile", key: "7" }]);
    expect(cleared({ chargingProfileId: 7 }, "Unknown")).toHaveLength(1);
    expect(cleared({ chargingProfileCriteria: { evseId: 1, chargingProfilePurpose: "TxDefaultProfile" } })).toEqual([
      { do: "clear", kind: "charging-profile", matching: { purpose: "default", evse: 1 } },
    ]);
    expect(JSON.stringify(cleared({}))).not.toContain("external");
    expect(cleared({})).toHaveLength(5);
  });
});

describe("a limit of somebody else", () => {
  it("is held by its source, from now on where it names no start, until that source lifts it", () => {
    const chargingSchedule = [
      { id: 0, chargingRateUnit: "W", chargingSchedulePeriod: [{ startPeriod: 0, limit: 5000 }] },
    ];
    const chargingLimit = { chargingLimitSource: "EMS", isGridCritical: true };
    expect(reported("2.0.1", "NotifyChargingLimit", { chargingLimit, chargingSchedule })).toEqual({
      type: "held",
      changes: [
        {
          do: "set",
          kind: "charging-limit",
          key: "EMS/0",
          value: {
            evse: 0,
            source: "EMS",
            gridCritical: true,
            schedules: [
              { id: 0, startsAt: "2026-05-01T10:00:00.000Z", unit: "W", periods: [{ start: 0, limit: 5000 }] },
            ],
          },
        },
      ],
    });
    expect(reported("2.0.1", "ClearedChargingLimit", { chargingLimitSource: "EMS" })).toEqual({
      type: "held",
      changes: [{ do: "clear", kind: "charging-limit", matching: { source: "EMS" } }],
    });
  });
});

it("a car's needs are kept in plain words, with all else it said", () => {
  const dcChargingParameters = {
    evMaxCurrent: 200,
    evMaxVoltage: 400,
    evMaxPower: 80_000,
    stateOfCharge: 35,
    fullSoC: 90,
  };
  const needs = {
    evseId: 2,
    chargingNeeds: { requestedEnergyTransfer: "DC", departureTime: "2026-05-01T18:00:00Z", dcChargingParameters },
  };
  expect(reported("2.0.1", "NotifyEVChargingNeeds", needs)).toMatchObject({
    changes: [
      {
        kind: "car-needs",
        key: "2",
        value: {
          evse: 2,
          transfer: "DC",
          departure: "2026-05-01T18:00:00.000Z",
          maxPowerW: 80_000,
          charge: 35,
          targetCharge: 90,
          toldAt: now.toISOString(),
          more: { dcChargingParameters },
        },
      },
    ],
  });
});

it("a dynamic profile's limits are told to a station that asks, and nothing else of its period", () => {
  const adapter = dialects["2.1"].inbound("PullDynamicScheduleUpdate");
  const more = { setpointReactive: 20, v2xBaseline: 5 };
  const period = { start: 0, limit: 16, phases: 1, setpoint: -500, mode: "central-setpoint" as const, more };
  expect(adapter?.toAnswer({ type: "dynamic-limits", period }, { now }, {})).toEqual({
    status: "Accepted",
    scheduleUpdate: { limit: 16, setpoint: -500, setpointReactive: 20 },
  });
});

describe("orders of the grid", () => {
  it("are told in lists by kind, and held by their ids", () => {
    const report = reported("2.1", "ReportDERControl", {
      requestId: 5,
      curve: [
        { id: "c1", curveType: "VoltVar", isDefault: true, isSuperseded: false, curve: { priority: 2, curveData: [] } },
      ],
      gradient: [{ id: "g1", gradient: { priority: 0, gradient: 1, softGradient: 2 } }],
    });
    expect(report).toMatchObject({
      type: "part",
      of: "grid-controls",
      part: { requestId: 5, last: true },
      holdings: [
        {
          kind: "grid-control",
          key: "c1",
          value: { type: "volt-var", isDefault: true, priority: 2, order: { curveData: [] } },
        },
        { kind: "grid-control", key: "g1", value: { type: "gradients", isDefault: true, order: { gradient: 1 } } },
      ],
    });
  });

  it("show what is wrong with the grid until it is over", () => {
    const alarm = { controlType: "LVMustTrip", gridEventFault: "UnderVoltage", timestamp: "2026-05-01T09:59:00Z" };
    expect(reported("2.1", "NotifyDERAlarm", alarm)).toMatchObject({
      changes: [{ do: "set", kind: "grid-alarm", key: "lv-must-trip", value: { fault: "UnderVoltage" } }],
    });
    expect(reported("2.1", "NotifyDERAlarm", { ...alarm, alarmEnded: true })).toEqual({
      type: "held",
      changes: [{ do: "clear", kind: "grid-alarm", key: "lv-must-trip" }],
    });
  });
});

it("a swap fills one slot and empties another", () => {
  const swap = (eventType: string, evseId: number) =>
    reported("2.1", "BatterySwap", {
      eventType,
      requestId: 5,
      idToken: { idToken: "A", type: "Central" },
      batteryData: [{ evseId, serialNumber: `B${evseId}`, soC: 20, soH: 95 }],
    });
  expect(swap("BatteryIn", 1)).toMatchObject({
    changes: [
      { do: "set", kind: "battery", key: "1", value: { serialNumber: "B1", charge: 20, health: 95 } },
      { do: "set", kind: "battery-swap", key: "in", value: { requestId: 5, token: { value: "A" } } },
    ],
  });
  expect(swap("BatteryOut", 2)).toMatchObject({
    changes: [
      { do: "clear", kind: "battery", key: "2" },
      { do: "set", key: "out" },
    ],
  });
});
