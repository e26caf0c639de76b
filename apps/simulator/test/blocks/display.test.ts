import { describe, expect, it } from "vitest";
import { ManualClock } from "../../src/time/manual-clock";
import { useDefault } from "../plain-csms";
import { charging, withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor, heard } = withBlocks();

const message = (id: number, content: string, more: object = {}) => ({
  message: { id, priority: "NormalCycle", message: { format: "UTF8", content }, ...more },
});
const set = async (...wanted: Parameters<typeof message>) =>
  (await ask("SetDisplayMessage", message(...wanted))).status;

/** What stands on the display now, by the station's own account. */
async function shown(): Promise<unknown> {
  const asked = { component: { name: "DisplayMessageCtrlr" }, variable: { name: "ShownMessage" } };
  const { getVariableResult } = await ask("GetVariables", { getVariableData: [asked] });
  const [result] = Array.isArray(getVariableResult) ? getVariableResult : [];
  return result.attributeValue;
}

describe.each(["2.0.1", "2.1"] as const)("the display of a %s station", (version) => {
  it("keeps messages until they are cleared, and tells of those that fit, in parts", async () => {
    await station({ version }).connect();
    for (let id = 1; id <= 10; id++) expect(await set(id, `Text ${id}`)).toBe("Accepted");
    expect(await set(11, "First", { priority: "InFront", endDateTime: "2099-01-01T00:00:00Z" })).toBe("Accepted");
    expect(await set(10, "Text ten, anew")).toBe("Accepted");
    expect(await ask("GetDisplayMessages", { requestId: 5 })).toEqual({ status: "Accepted" });
    const parts = await heard("NotifyDisplayMessages", 2);
    expect(parts.map(({ requestId, tbc }) => [requestId, tbc])).toEqual([
      [5, true],
      [5, false],
    ]);
    const told = parts.flatMap(({ messageInfo }) => (Array.isArray(messageInfo) ? messageInfo : []));
    expect(told.map(({ id }) => id).toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(told).toContainEqual({
      id: 11,
      priority: "InFront",
      endDateTime: "2099-01-01T00:00:00.000Z",
      message: { format: "UTF8", content: "First" },
    });

    expect(await ask("ClearDisplayMessage", { id: 11 })).toEqual({ status: "Accepted" });
    expect(await ask("ClearDisplayMessage", { id: 11 })).toEqual({ status: "Unknown" });
    expect(await ask("GetDisplayMessages", { requestId: 6, priority: "InFront" })).toEqual({ status: "Unknown" });
    expect(await ask("GetDisplayMessages", { requestId: 7, id: [10] })).toEqual({ status: "Accepted" });
    const [, , last] = await heard("NotifyDisplayMessages", 3);
    expect(last).toMatchObject({ requestId: 7, messageInfo: [{ id: 10, message: { content: "Text ten, anew" } }] });
  });

  it("shows what comes first, from its beginning to its end", async () => {
    const clock = new ManualClock(Date.UTC(2026, 4, 1, 12));
    await station({ version, clock }).connect();
    const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 12, minute)).toISOString();
    await set(1, "Welcome");
    await set(2, "Charging now", { state: "Charging" });
    await set(3, "Closing soon", { priority: "InFront", startDateTime: at(10), endDateTime: at(20) });
    await set(4, "One in front", { priority: "AlwaysFront", endDateTime: at(5) });
    await set(5, "Another in front", { priority: "AlwaysFront", endDateTime: at(5) });
    expect(await shown()).toBe("Another in front");
    clock.advance(5 * 60_000);
    expect(await shown()).toBe("Welcome");
    clock.advance(5 * 60_000);
    expect(await shown()).toBe("Closing soon");
    clock.advance(10 * 60_000);
    expect(await shown()).toBe("Welcome");
    expect(await ask("GetDisplayMessages", { requestId: 1, id: [3, 4, 5] })).toEqual({ status: "Unknown" });
  });

  it("keeps a message of a transaction as long as that runs, and shows what it has cost", async () => {
    const virtual = await charging(station({ version }));
    const transactionId = virtual.transaction(1)?.wireId;
    expect(await set(1, "Hello driver", { transactionId: transactionId?.toUpperCase() })).toBe("Accepted");
    expect(await ask("CostUpdated", { totalCost: 4.2, transactionId })).toEqual({});
    expect(await ask("CostUpdated", { totalCost: 9, transactionId: "another" })).toEqual({});
    expect(await shown()).toBe("Hello driver\nEVSE 1: 4.20 EUR");
    await virtual.unplug(1);
    expect(await shown()).toBe("");
    expect(await set(2, "Too late", { transactionId })).toBe("UnknownTransaction");
  });

  it("shows the cost that comes with the answer to an event", async () => {
    const virtual = await charging(station({ version }));
    csms().answers = (action) => (action === "TransactionEvent" ? { totalCost: 1.5 } : useDefault);
    await virtual.say("TransactionEvent");
    expect(await shown()).toBe("");
    await virtual.limit(1, 0);
    expect(await shown()).toBe("EVSE 1: 1.50 EUR");
    const enabled = { component: { name: "TariffCostCtrlr" }, variable: { name: "Enabled", instance: "Cost" } };
    await ask("SetVariables", { setVariableData: [{ ...enabled, attributeValue: "false" }] });
    expect(await shown()).toBe("");
  });

  it("refuses what it cannot show, each with its own word", async () => {
    await station({ version }).connect();
    expect(await set(1, "<b>Bold</b>", { message: { format: "HTML", content: "<b>" } })).toBe(
      "NotSupportedMessageFormat",
    );
    expect(await codeFor("SetDisplayMessage", message(1, "x", { priority: "Sideways" }))).toBe("FormatViolation");
    expect(await codeFor("SetDisplayMessage", message(1, "x", { endDateTime: "soon" }))).toBe("FormatViolation");
    expect(await codeFor("GetDisplayMessages", {})).toBe("FormatViolation");
    expect(await codeFor("ClearDisplayMessage", { id: "one" })).toBe("FormatViolation");
    expect(await codeFor("CostUpdated", { totalCost: "much" })).toBe("FormatViolation");
    for (let id = 1; id <= 20; id++) await set(id, "x");
    expect(await set(21, "x")).toBe("Rejected");
    expect(await set(20, "in its place")).toBe("Accepted");

    const enabled = { component: { name: "DisplayMessageCtrlr" }, variable: { name: "Enabled" } };
    await ask("SetVariables", { setVariableData: [{ ...enabled, attributeValue: "false" }] });
    expect(await set(1, "x")).toBe("Rejected");
  });
});

it("tells a 2.1 CSMS of languages and states it has not, and keeps further texts", async () => {
  await station({ version: "2.1" }).connect();
  expect(await set(1, "x", { message: { format: "UTF8", language: "tlh", content: "x" } })).toBe(
    "LanguageNotSupported",
  );
  expect(await set(1, "x", { state: "Discharging" })).toBe("NotSupportedState");
  const messageExtra = [{ format: "UTF8", language: "nb-NO", content: "Hei" }];
  expect(await set(1, "Hello", { messageExtra })).toBe("Accepted");
  await ask("GetDisplayMessages", { requestId: 1 });
  expect(await heard("NotifyDisplayMessages")).toMatchObject([{ messageInfo: [{ messageExtra }] }]);
  expect(csms().calls("NotifyDisplayMessages")).toHaveLength(1);
});
