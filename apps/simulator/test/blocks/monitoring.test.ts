import { describe, expect, it } from "vitest";
import type { StationOptions } from "../../src/station-options";
import { ManualClock } from "../../src/time/manual-clock";
import { withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor, heard } = withBlocks();

const power = { component: { name: "EVSE", evse: { id: 1 } }, variable: { name: "Power" } };
const register = { component: { name: "FiscalMetering", evse: { id: 1 } }, variable: { name: "EnergyImportRegister" } };
const availability = { component: { name: "EVSE", evse: { id: 1 } }, variable: { name: "AvailabilityState" } };

const limit = { ...power, type: "UpperThreshold", value: 5_000, severity: 4 };

type Result = { id: number; status: string };

/** Sets monitors and hands out what came of each. */
async function watch(...setMonitoringData: object[]): Promise<Result[]> {
  const { setMonitoringResult } = await ask("SetVariableMonitoring", { setMonitoringData });
  return Array.isArray(setMonitoringResult) ? setMonitoringResult : [];
}

const eventsOf = (messages: Record<string, unknown>[]) =>
  messages.flatMap(({ eventData }) => (Array.isArray(eventData) ? eventData : []));

const told = () => eventsOf(csms().calls("NotifyEvent"));

/** A world that moves by hand: a second at a time, so that the station can look. */
async function at(version: "2.0.1" | "2.1", options: Partial<StationOptions> = {}) {
  const clock = new ManualClock(Date.UTC(2026, 4, 1, 12));
  const virtual = station({ version, clock, speed: 1, ...options });
  await virtual.connect();
  const pass = async (seconds: number): Promise<void> => {
    clock.advance(seconds * 1000);
    await virtual.settled();
  };
  return { virtual, pass };
}

describe.each(["2.0.1", "2.1"] as const)("a monitor of a %s station", (version) => {
  it("tells when a value crosses its limit, and when that is over", async () => {
    const { virtual, pass } = await at(version);
    const [result] = await watch(limit);
    expect(result).toMatchObject({ ...power, type: "UpperThreshold", severity: 4, status: "Accepted" });
    await pass(5);
    expect(told()).toEqual([]);

    await virtual.plugIn(1);
    await virtual.presentToken(1, "TAG1");
    await pass(3);
    await virtual.unplug(1);
    await pass(3);
    const [first, second, ...more] = told();
    expect(first).toMatchObject({
      ...power,
      trigger: "Alerting",
      variableMonitoringId: result?.id,
      eventNotificationType: "CustomMonitor",
      transactionId: expect.any(String),
    });
    expect(Number(first.actualValue)).toBeGreaterThan(5_000);
    expect(first.cleared).toBeUndefined();
    expect(first.severity).toBe(version === "2.1" ? 4 : undefined);
    expect(second).toMatchObject({ trigger: "Alerting", cleared: true, actualValue: "0.0" });
    expect(second.eventId).toBeGreaterThan(first.eventId);
    expect(more).toEqual([]);
  });

  it("tells of a change, of a difference that is large enough, and of a value in its own rhythm", async () => {
    const { virtual, pass } = await at(version);
    const ids = await watch(
      { ...availability, type: "Delta", value: 1, severity: 8 },
      { ...register, type: "Delta", value: 100, severity: 8 },
      { ...power, type: "Periodic", value: 20, severity: 8 },
      { ...power, type: "PeriodicClockAligned", value: 60, severity: 8 },
    );
    const [change, difference, periodic, aligned] = ids.map(({ id }) => id);
    await pass(30);
    await virtual.plugIn(1);
    await virtual.presentToken(1, "TAG1");
    await pass(90);
    const of = (id: number | undefined) => told().filter(({ variableMonitoringId }) => variableMonitoringId === id);
    expect(of(change)).toMatchObject([{ trigger: "Delta", actualValue: "Occupied" }]);
    // 11 kW for a minute and a half are 275 Wh.
    expect(of(difference).map(({ trigger }) => trigger)).toEqual(["Delta", "Delta"]);
    expect(of(periodic)).toHaveLength(6);
    expect(of(aligned).map(({ timestamp }) => timestamp)).toEqual([
      "2026-05-01T12:01:00.000Z",
      "2026-05-01T12:02:00.000Z",
    ]);
  });

  it("watches only while somebody charges, if it is told so", async () => {
    const { virtual, pass } = await at(version);
    await watch({ ...register, type: "Periodic", value: 10, severity: 8, transaction: true });
    await pass(25);
    expect(told()).toEqual([]);
    await virtual.plugIn(1);
    await virtual.presentToken(1, "TAG1");
    await pass(10);
    expect(told().length).toBeGreaterThan(0);
  });

  it("is silent when it is less severe than the level that counts, and when it is cleared", async () => {
    const { pass } = await at(version);
    const [mild, grave] = await watch(
      { ...power, type: "Periodic", value: 10, severity: 7 },
      { ...power, type: "Periodic", value: 10, severity: 3 },
    );
    expect(await ask("SetMonitoringLevel", { severity: 5 })).toEqual({ status: "Accepted" });
    expect(await ask("SetMonitoringLevel", { severity: 10 })).toMatchObject({ status: "Rejected" });
    await pass(10);
    expect(told().map(({ variableMonitoringId }) => variableMonitoringId)).toEqual([grave?.id]);

    const asked = { id: [grave?.id, 9_999] };
    expect(await ask("ClearVariableMonitoring", asked)).toEqual({
      clearMonitoringResult: [
        { id: grave?.id, status: "Accepted" },
        { id: 9_999, status: "NotFound" },
      ],
    });
    await ask("SetMonitoringLevel", { severity: 9 });
    await pass(10);
    expect(told().map(({ variableMonitoringId }) => variableMonitoringId)).toEqual([grave?.id, mild?.id]);
  });

  it("is silent while watching is switched off, and keeps its rhythm afterwards", async () => {
    const { pass } = await at(version);
    await watch({ ...power, type: "Periodic", value: 20, severity: 8 });
    const enabled = { component: { name: "MonitoringCtrlr" }, variable: { name: "Enabled" } };
    const enable = (attributeValue: string) =>
      ask("SetVariables", { setVariableData: [{ ...enabled, attributeValue }] });
    await enable("false");
    await pass(70);
    expect(told()).toEqual([]);
    await enable("true");
    await pass(30);
    expect(told().map(({ timestamp }) => timestamp)).toEqual([
      "2026-05-01T12:01:11.000Z",
      "2026-05-01T12:01:20.000Z",
      "2026-05-01T12:01:40.000Z",
    ]);
  });

  it("is refused with the word that fits, and replaced by its id", async () => {
    await at(version);
    const [first] = await watch(limit);
    const results = await watch(
      limit,
      { ...limit, component: { name: "Cupboard" } },
      { ...limit, variable: { name: "Colour" } },
      { ...availability, type: "UpperThreshold", value: 1, severity: 5 },
      { ...limit, severity: 5, value: 99_999 },
      { ...limit, severity: 5, type: "Periodic", value: 0 },
      { ...limit, severity: 12 },
      { ...limit, id: 4_711, severity: 5 },
      { ...limit, id: first?.id, value: 6_000, severity: 3 },
    );
    expect(results.map(({ status }) => status)).toEqual([
      "Duplicate",
      "UnknownComponent",
      "UnknownVariable",
      "UnsupportedMonitorType",
      "Rejected",
      "Rejected",
      "Rejected",
      "Rejected",
      "Accepted",
    ]);
    expect(await ask("GetMonitoringReport", { requestId: 2 })).toEqual({ status: "Accepted" });
    const [report] = await heard("NotifyMonitoringReport");
    expect(report).toMatchObject({
      requestId: 2,
      seqNo: 0,
      tbc: false,
      monitor: [{ ...power, variableMonitoring: [{ id: first?.id, value: 6_000, severity: 3, transaction: false }] }],
    });
    expect(await codeFor("SetVariableMonitoring", { setMonitoringData: [] })).toBe("FormatViolation");
    expect(await codeFor("ClearVariableMonitoring", { id: [] })).toBe("FormatViolation");
    expect(await codeFor("SetMonitoringLevel", {})).toBe("FormatViolation");
    expect(await codeFor("SetMonitoringBase", { monitoringBase: "Some" })).toBe("FormatViolation");
    expect(await codeFor("GetMonitoringReport", { requestId: "1" })).toBe("FormatViolation");
  });

  it("that is severe is told later if the line was down", async () => {
    const { virtual, pass } = await at(version);
    await watch(limit, { ...limit, severity: 8 });
    await virtual.plugIn(1);
    virtual.goOffline();
    await virtual.presentToken(1, "TAG1");
    await pass(5);
    await virtual.goOnline();
    await pass(2);
    expect(told()).toMatchObject([{ trigger: "Alerting", timestamp: "2026-05-01T12:00:01.000Z" }]);
  });
});

describe.each(["2.0.1", "2.1"] as const)("the base of what a %s station watches", (version) => {
  it("brings what the factory thought of, and takes away what it does not keep", async () => {
    const { virtual, pass } = await at(version);
    const watched = async (base: string): Promise<unknown[]> => {
      const from = csms().calls("NotifyMonitoringReport").length;
      if (base) expect(await ask("SetMonitoringBase", { monitoringBase: base })).toEqual({ status: "Accepted" });
      const { status } = await ask("GetMonitoringReport", { requestId: 1 });
      if (status === "EmptyResultSet") return [];
      const [report] = (await heard("NotifyMonitoringReport", from + 1)).slice(from);
      const monitors = Array.isArray(report?.monitor) ? report.monitor : [];
      return monitors.map(({ component, variable }) => `${component.name}.${variable.name}`);
    };
    expect(await watched("")).toEqual([]);
    await watch(limit);
    const factory = ["ChargingStation.Problem", "ChargingStation.AvailabilityState"];
    expect(await watched("All")).toEqual(["EVSE.Power", ...factory]);
    await virtual.fault(2);
    await pass(1);
    expect(told()).toMatchObject([
      { trigger: "Delta", actualValue: "true", eventNotificationType: "PreconfiguredMonitor" },
    ]);
    expect(await watched("FactoryDefault")).toEqual(factory);
    expect(await watched("HardWiredOnly")).toEqual([]);
    await virtual.repair(2);
    await pass(1);
    expect(told()).toHaveLength(1);
  });

  it("is reported by criteria and by variable", async () => {
    await at(version);
    await watch(limit, { ...register, type: "Periodic", value: 60, severity: 8 });
    const monitors = async (criteria: object) => {
      const from = csms().calls("NotifyMonitoringReport").length;
      const { status } = await ask("GetMonitoringReport", { requestId: 1, ...criteria });
      if (status !== "Accepted") return status;
      const [report] = (await heard("NotifyMonitoringReport", from + 1)).slice(from);
      return Array.isArray(report?.monitor) ? report.monitor.map(({ variable }) => variable.name) : [];
    };
    expect(await monitors({ monitoringCriteria: ["ThresholdMonitoring"] })).toEqual(["Power"]);
    expect(await monitors({ monitoringCriteria: ["PeriodicMonitoring"] })).toEqual(["EnergyImportRegister"]);
    expect(await monitors({ monitoringCriteria: ["DeltaMonitoring"] })).toBe("EmptyResultSet");
    expect(await monitors({ componentVariable: [{ component: { name: "evse" } }] })).toEqual(["Power"]);
    expect(await monitors({ componentVariable: [{ component: { name: "EVSE", evse: { id: 2 } } }] })).toBe(
      "EmptyResultSet",
    );
  });
});

it("has no word in 2.0.1 for differences from a target", async () => {
  const wanted = { setMonitoringData: [{ ...power, type: "TargetDelta", value: 1, severity: 8 }] };
  await at("2.0.1");
  expect(await codeFor("SetVariableMonitoring", wanted)).toBe("FormatViolation");
});

it("does not watch differences from a target, for it keeps none", async () => {
  await at("2.1");
  const [result] = await watch({ ...power, type: "TargetDelta", value: 1, severity: 8 });
  expect(result?.status).toBe("UnsupportedMonitorType");
});

describe("a stream of periodic values (2.1)", () => {
  const streamed = { ...power, type: "Periodic", value: 10, severity: 8, periodicEventStream: { values: 3 } };
  const bundles = () =>
    csms().seen.flatMap(({ frame }) => (frame[0] === 6 && frame[2] === "NotifyPeriodicEventStream" ? [frame[3]] : []));
  const agree = (status: string): void => {
    const before = csms().answers;
    csms().answers = (action, payload) => (action === "OpenPeriodicEventStream" ? { status } : before(action, payload));
  };

  it("is opened by the station, sent in bundles without an answer, and closed with its monitor", async () => {
    const { pass, virtual } = await at("2.1");
    agree("Accepted");
    const [monitor] = await watch(streamed);
    expect(await heard("OpenPeriodicEventStream")).toEqual([
      { constantStreamData: { id: 1, variableMonitoringId: monitor?.id, params: { values: 3 } } },
    ]);
    await virtual.settled();
    await pass(30);
    // Nobody answers a bundle, so that nobody waits for it.
    await expect.poll(bundles).toEqual([
      {
        id: 1,
        pending: 0,
        basetime: "2026-05-01T12:00:10.000Z",
        data: [
          { t: 0, v: "0.0" },
          { t: 10, v: "0.0" },
          { t: 20, v: "0.0" },
        ],
      },
    ]);
    expect(told()).toEqual([]);

    expect(await ask("AdjustPeriodicEventStream", { id: 1, params: { values: 2, interval: 10 } })).toEqual({
      status: "Accepted",
    });
    expect(await ask("AdjustPeriodicEventStream", { id: 9, params: {} })).toMatchObject({ status: "Rejected" });
    expect(await ask("GetPeriodicEventStream", {})).toEqual({
      constantStreamData: [{ id: 1, variableMonitoringId: monitor?.id, params: { values: 2, interval: 10 } }],
    });
    await pass(10);
    await expect.poll(bundles).toHaveLength(2);

    await ask("ClearVariableMonitoring", { id: [monitor?.id] });
    expect(await heard("ClosePeriodicEventStream")).toEqual([{ id: 1 }]);
    expect(await ask("GetPeriodicEventStream", {})).toEqual({});
    expect(await codeFor("AdjustPeriodicEventStream", { id: 1 })).toBe("FormatViolation");
  });

  it("is refused once there are too many", async () => {
    const { virtual } = await at("2.1");
    agree("Accepted");
    const many = Array.from({ length: 9 }, (_, severity) => ({ ...streamed, severity }));
    expect((await watch(...many)).map(({ status }) => status)).toEqual(many.map(() => "Accepted"));
    await heard("OpenPeriodicEventStream", 8);
    await virtual.settled();
    expect((await ask("GetPeriodicEventStream", {})).constantStreamData).toHaveLength(8);
    const [another] = await watch({ ...streamed, ...register });
    expect(another?.status).toBe("Rejected");
  });

  it("becomes ordinary events when the CSMS does not want it", async () => {
    const { pass, virtual } = await at("2.1");
    agree("Rejected");
    await watch(streamed);
    await heard("OpenPeriodicEventStream");
    await virtual.settled();
    await pass(20);
    expect(bundles()).toEqual([]);
    expect(told().map(({ trigger }) => trigger)).toEqual(["Periodic", "Periodic"]);
  });
});
