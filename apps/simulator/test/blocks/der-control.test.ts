import { expect, it } from "vitest";
import { ManualClock } from "../../src/time/manual-clock";
import { withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor, heard } = withBlocks();

const noon = Date.UTC(2026, 4, 1, 12);
const curve = (priority = 1) => ({ priority, yUnit: "PctMaxW", curveData: [{ x: 230, y: 100 }] });
const at = (minutes: number, lasts: number) => ({
  startTime: new Date(noon + minutes * 60_000).toISOString(),
  duration: lasts * 60,
});

const general = (controlId: string, priority = 1) => ({
  ...{ controlId, isDefault: true, controlType: "VoltWatt", curve: curve(priority) },
});
const scheduled = (controlId: string, minutes: number, lasts: number, priority = 1) => ({
  ...{ controlId, isDefault: false, controlType: "LimitMaxDischarge" },
  limitMaxDischarge: { priority, pctMaxDischargePower: 40, ...at(minutes, lasts) },
});

async function standing() {
  const clock = new ManualClock(noon);
  const virtual = station({ version: "2.1", clock });
  await virtual.connect();
  const pass = async (minutes: number): Promise<void> => {
    clock.advance(minutes * 60_000);
    await virtual.settled();
  };
  return { virtual, pass };
}

const moves = () => csms().calls("NotifyDERStartStop");

it("keeps what holds in general, and tells of each kind in its own list", async () => {
  await standing();
  expect(await ask("GetDERControl", { requestId: 1 })).toEqual({ status: "NotFound" });
  expect(await ask("SetDERControl", general("A"))).toEqual({ status: "Accepted" });
  expect(await ask("SetDERControl", general("B", 0))).toEqual({ status: "Accepted", supersededIds: ["A"] });
  const enterService = { priority: 0, highVoltage: 253, lowVoltage: 207, highFreq: 50.1, lowFreq: 49.9 };
  await ask("SetDERControl", { controlId: "E", isDefault: true, controlType: "EnterService", enterService });
  const fixedPFInject = { priority: 0, displacement: 0.9, excitation: true };
  await ask("SetDERControl", { controlId: "P", isDefault: true, controlType: "FixedPFInject", fixedPFInject });
  expect(await ask("GetDERControl", { requestId: 2, isDefault: true })).toEqual({ status: "Accepted" });
  const [report] = await heard("ReportDERControl");
  expect(report).toEqual({
    ...{ requestId: 2, tbc: false },
    enterService: [{ id: "E", enterService }],
    fixedPFInject: [{ id: "P", fixedPF: fixedPFInject, isDefault: true, isSuperseded: false }],
    curve: [
      { id: "B", curveType: "VoltWatt", isDefault: true, isSuperseded: false, curve: curve(0) },
      { id: "A", curveType: "VoltWatt", isDefault: true, isSuperseded: true, curve: curve() },
    ],
  });
  expect(moves()).toEqual([]);

  expect(await ask("ClearDERControl", { isDefault: true, controlId: "B" })).toEqual({ status: "Accepted" });
  await ask("GetDERControl", { requestId: 3, controlType: "VoltWatt" });
  const [, second] = await heard("ReportDERControl", 2);
  expect(second).toMatchObject({ curve: [{ id: "A", isSuperseded: false }] });
  expect(await ask("ClearDERControl", { isDefault: true })).toEqual({ status: "Accepted" });
  expect(await ask("ClearDERControl", { isDefault: true })).toEqual({ status: "NotFound" });
});

it("tells when something begins for a while, and when it is over", async () => {
  const { pass } = await standing();
  expect(await ask("SetDERControl", scheduled("S", 10, 30))).toEqual({ status: "Accepted" });
  await pass(9);
  expect(moves()).toEqual([]);
  await pass(1);
  expect(moves()).toEqual([{ controlId: "S", started: true, timestamp: "2026-05-01T12:10:00.000Z" }]);
  await pass(30);
  expect(moves()[1]).toEqual({ controlId: "S", started: false, timestamp: "2026-05-01T12:40:00.000Z" });
  expect(await ask("GetDERControl", { requestId: 1 })).toEqual({ status: "NotFound" });
});

it("begins at once what is under way already", async () => {
  const { pass } = await standing();
  await ask("SetDERControl", scheduled("S", -10, 30));
  expect(await heard("NotifyDERStartStop")).toMatchObject([{ controlId: "S", started: true }]);
  await pass(20);
  expect(moves()[1]).toMatchObject({ controlId: "S", started: false });
});

it("lets the more urgent of two go first, and the other come back when that is over", async () => {
  const { pass } = await standing();
  await ask("SetDERControl", scheduled("LONG", 0, 60, 5));
  await heard("NotifyDERStartStop");
  expect(await ask("SetDERControl", scheduled("URGENT", 10, 10, 1))).toEqual({
    status: "Accepted",
    supersededIds: ["LONG"],
  });
  await pass(10);
  expect(moves()[1]).toMatchObject({ controlId: "URGENT", started: true, supersededIds: ["LONG"] });
  await pass(10);
  expect(moves().slice(2)).toMatchObject([
    { controlId: "URGENT", started: false },
    { controlId: "LONG", started: true },
  ]);
  expect(await ask("ClearDERControl", { isDefault: false, controlId: "LONG" })).toEqual({ status: "Accepted" });
  expect((await heard("NotifyDERStartStop", 5)).at(-1)).toMatchObject({ controlId: "LONG", started: false });
});

it("refuses what it cannot do, and what is neither in general nor for a while", async () => {
  await standing();
  const statusOf = async (order: object) => (await ask("SetDERControl", order)).status;
  expect(await statusOf({ ...general("X"), controlType: "PowerMonitoringMustTrip" })).toBe("NotSupported");
  expect(await statusOf({ ...general("X"), curve: undefined })).toBe("Rejected");
  expect(await statusOf({ ...general("X"), isDefault: false })).toBe("Rejected");
  expect(await statusOf({ ...scheduled("X", 0, 1), isDefault: true })).toBe("Rejected");
  expect(await statusOf(scheduled("X", -10, 5))).toBe("Rejected");
  expect(await ask("GetDERControl", { requestId: 1, controlType: "HVMomCess" })).toEqual({ status: "NotSupported" });
  expect(await ask("ClearDERControl", { isDefault: true, controlType: "HVMomCess" })).toEqual({
    status: "NotSupported",
  });
  for (const action of ["SetDERControl", "GetDERControl", "ClearDERControl"]) {
    expect(await codeFor(action, { isDefault: "yes" })).toBe("FormatViolation");
  }
});
