import { describe, expect, it } from "vitest";
import { type Quirk, quirks, usualQuirks } from "./quirks";
import { validateRequest, validateResponse } from "./validate";
import type { Version } from "./version";

const at = "2026-05-01T10:00:00Z";
const meterValues16 = (...sampledValue: object[]) => ({
  connectorId: 1,
  meterValue: [{ timestamp: at, sampledValue }],
});
const meterValues2 = (...sampledValue: object[]) => ({ evseId: 1, meterValue: [{ timestamp: at, sampledValue }] });

interface Case {
  quirk: Quirk;
  version: Version;
  action: string;
  sent: unknown;
  used: unknown;
  note: string;
}

const cases: Case[] = [
  {
    quirk: "null-as-absent",
    version: "1.6",
    action: "StartTransaction",
    sent: { connectorId: 1, idTag: "A", meterStart: 0, timestamp: at, reservationId: null },
    used: { connectorId: 1, idTag: "A", meterStart: 0, timestamp: at },
    note: "null-as-absent at $.reservationId",
  },
  {
    quirk: "null-as-absent",
    version: "1.6",
    action: "StopTransaction",
    sent: { meterStop: 1, timestamp: at, transactionId: 1, reason: "" },
    used: { meterStop: 1, timestamp: at, transactionId: 1 },
    note: "null-as-absent at $.reason",
  },
  { quirk: "null-as-absent", version: "2.1", action: "Heartbeat", sent: null, used: {}, note: "null payload" },
  {
    quirk: "loose-time",
    version: "1.6",
    action: "StatusNotification",
    sent: { connectorId: 1, errorCode: "NoError", status: "Available", timestamp: "2026-05-01T10:00:00" },
    used: { connectorId: 1, errorCode: "NoError", status: "Available", timestamp: "2026-05-01T10:00:00.000Z" },
    note: "loose-time at $.timestamp",
  },
  {
    quirk: "open-measurements",
    version: "1.6",
    action: "MeterValues",
    sent: meterValues16({ value: "50", measurand: "Frequency", unit: "Hertz" }, { value: "1", unit: "Percentage" }),
    used: meterValues16({ value: "50", measurand: "Frequency", unit: "Hertz" }, { value: "1", unit: "Percentage" }),
    note: "open-measurements at $.meterValue[*].sampledValue[*].unit",
  },
  {
    quirk: "open-measurements",
    version: "2.0.1",
    action: "MeterValues",
    sent: { evseId: 1, meterValue: [{ timestamp: at, sampledValue: [] }] },
    used: { evseId: 1, meterValue: [{ timestamp: at, sampledValue: [] }] },
    note: "open-measurements at $.meterValue[*].sampledValue",
  },
  {
    quirk: "open-measurements",
    version: "2.1",
    action: "MeterValues",
    sent: { evseId: 1, meterValue: [] },
    used: { evseId: 1, meterValue: [] },
    note: "open-measurements at $.meterValue",
  },
  {
    quirk: "long-signatures",
    version: "2.0.1",
    action: "MeterValues",
    sent: meterValues2({ value: 1, signedMeterValue: signed("x".repeat(32_768)) }),
    used: meterValues2({ value: 1, signedMeterValue: signed("x".repeat(32_768)) }),
    note: "long-signatures at $.meterValue[*].sampledValue[*].signedMeterValue.signedMeterData",
  },
  {
    quirk: "unknown-fields",
    version: "2.0.1",
    action: "Heartbeat",
    sent: { uptime: 1 },
    used: {},
    note: "unknown-fields at $",
  },
  {
    quirk: "long-text",
    version: "1.6",
    action: "BootNotification",
    sent: { chargePointVendor: "V", chargePointModel: "M", chargePointSerialNumber: "26 characters of serial no" },
    used: { chargePointVendor: "V", chargePointModel: "M", chargePointSerialNumber: "26 characters of serial no" },
    note: "long-text at $.chargePointSerialNumber",
  },
  {
    quirk: "loose-types",
    version: "1.6",
    action: "MeterValues",
    sent: { ...meterValues16({ value: 7 }), connectorId: "1" },
    used: meterValues16({ value: "7" }),
    note: "loose-types at $.connectorId",
  },
];

describe.each(cases)("$quirk, in $version's $action", ({ quirk, version, action, sent, used, note }) => {
  it("is taken with a note where it is tolerated", () => {
    const verdict = validateRequest(version, action, structuredClone(sent), new Set([quirk]));
    expect(verdict).toMatchObject({ ok: true, payload: used });
    expect(verdict).toHaveProperty("notes.0", note);
  });

  it("is refused where everything else is tolerated", () => {
    const others = new Set(quirks.filter((other) => other !== quirk));
    expect(validateRequest(version, action, structuredClone(sent), others).ok).toBe(false);
  });

  it("is never sent by us", () => {
    expect(validateRequest(version, action, structuredClone(sent)).ok).toBe(false);
  });
});

it("mends a backlog of a thousand loose times in one round", () => {
  const meterValue = Array.from({ length: 1000 }, (_, second) => ({
    timestamp: `2026-05-01T10:00:${String(second % 60).padStart(2, "0")}`,
    sampledValue: [{ value: "1", unit: null }],
  }));
  const verdict = validateRequest("1.6", "MeterValues", { connectorId: 1, meterValue }, usualQuirks);
  expect(verdict).toMatchObject({
    ok: true,
    notes: ["loose-time at $.meterValue[*].timestamp", "null-as-absent at $.meterValue[*].sampledValue[*].unit"],
  });
});

it("tells the first flaw as it came when a later one cannot be tolerated", () => {
  const payload = { connectorId: 1, errorCode: null, status: "Available" };
  expect(validateRequest("1.6", "StatusNotification", payload, usualQuirks)).toEqual({
    ok: false,
    kind: "type",
    path: "$.errorCode",
    message: "must be string",
  });
});

it("gives up on a payload of endless flaws", () => {
  const payload = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`field${index}`, 1]));
  const start = performance.now();
  expect(validateRequest("2.1", "Heartbeat", payload, new Set(quirks)).ok).toBe(false);
  expect(performance.now() - start).toBeLessThan(2000);
});

it("tolerates the same in answers", () => {
  const answer = { configurationKey: [{ key: "HeartbeatInterval", readonly: false, value: null }], unknownKey: null };
  expect(validateResponse("1.6", "GetConfiguration", answer, usualQuirks)).toMatchObject({
    ok: true,
    payload: { configurationKey: [{ key: "HeartbeatInterval", readonly: false }] },
  });
});

it("does not reach beyond the payload's own fields", () => {
  const payload = JSON.parse('{"__proto__":{"polluted":1},"constructor":null,"toString":null}');
  validateRequest("2.1", "Heartbeat", payload, new Set(quirks));
  expect(Object.prototype).not.toHaveProperty("polluted");
  expect({}.toString()).toBe("[object Object]");
});

function signed(signedMeterData: string) {
  return { signedMeterData, signingMethod: "", encodingMethod: "OCMF", publicKey: "" };
}
