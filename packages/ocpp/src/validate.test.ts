import { describe, expect, it } from "vitest";
import { usualQuirks } from "./quirks";
import { codeOf } from "./rpc-error";
import { validateRequest, validateResponse } from "./validate";
import type { Version } from "./version";

const refusal = (version: Version, action: string, payload: unknown) => {
  const verdict = validateRequest(version, action, payload, usualQuirks);
  return verdict.ok ? "accepted" : [codeOf(verdict.kind, version), verdict.path, verdict.message];
};

const status16 = { connectorId: 1, errorCode: "NoError", status: "Available" };
const status2 = {
  timestamp: "2026-05-01T10:00:00Z",
  connectorStatus: "Available",
  evseId: 1,
  connectorId: 1,
};

describe("a payload that breaks its schema, in 1.6", () => {
  it.each([
    ["lacks a field", { ...status16, status: undefined }, "ProtocolError", "$.status", "is required"],
    ["has a field of its own", { ...status16, x: 1 }, "FormationViolation", "$.x", "is not a field of this message"],
    [
      "has text for a number",
      { ...status16, connectorId: "1" },
      "TypeConstraintViolation",
      "$.connectorId",
      "must be integer",
    ],
    [
      "has a fraction for an integer",
      { ...status16, connectorId: 1.5 },
      "TypeConstraintViolation",
      "$.connectorId",
      "must be integer",
    ],
    [
      "has an unknown word",
      { ...status16, status: "Occupied" },
      "PropertyConstraintViolation",
      "$.status",
      "must be one of Available, Preparing, Charging, SuspendedEVSE, SuspendedEV, Finishing, Reserved, Unavailable …",
    ],
    [
      "has too long a text",
      { ...status16, info: "x".repeat(51) },
      "PropertyConstraintViolation",
      "$.info",
      "must NOT have more than 50 characters",
    ],
    [
      "has no moment for a time",
      { ...status16, timestamp: "yesterday" },
      "PropertyConstraintViolation",
      "$.timestamp",
      'must match format "date-time"',
    ],
    [
      "has a thirteenth month",
      { ...status16, timestamp: "2026-13-01T10:00:00Z" },
      "PropertyConstraintViolation",
      "$.timestamp",
      'must match format "date-time"',
    ],
    ["is a list", [], "TypeConstraintViolation", "$", "must be object"],
    ["is a text", "x", "TypeConstraintViolation", "$", "must be object"],
  ])("is refused when it %s", (_, payload, ...expected) => {
    expect(refusal("1.6", "StatusNotification", JSON.parse(JSON.stringify(payload)))).toEqual(expected);
  });

  it("names the place within lists", () => {
    const payload = {
      connectorId: 1,
      meterValue: [{ timestamp: "2026-05-01T10:00:00Z", sampledValue: [{ value: 7 }] }],
    };
    expect(refusal("1.6", "MeterValues", payload)).toEqual([
      "TypeConstraintViolation",
      "$.meterValue[0].sampledValue[0].value",
      "must be string",
    ]);
  });
});

describe.each(["2.0.1", "2.1"] as const)("a payload that breaks its schema, in %s", (version) => {
  it.each([
    ["lacks a field", { ...status2, evseId: undefined }, "OccurrenceConstraintViolation", "$.evseId", "is required"],
    ["has a field of its own", { ...status2, "x y": 1 }, "ProtocolError", '$["x y"]', "is not a field of this message"],
    ["has text for a number", { ...status2, evseId: "1" }, "TypeConstraintViolation", "$.evseId", "must be integer"],
    [
      "has an unknown word",
      { ...status2, connectorStatus: "Charging" },
      "PropertyConstraintViolation",
      "$.connectorStatus",
      "must be one of Available, Occupied, Reserved, Unavailable, Faulted",
    ],
    ["has a number too small", { ...status2, evseId: -1 }, "PropertyConstraintViolation", "$.evseId", "must be >= 0"],
  ])("is refused when it %s", (_, payload, ...expected) => {
    // 2.0.1 sets no lower bound to an evse id.
    if (version === "2.0.1" && payload.evseId === -1)
      return expect(refusal(version, "StatusNotification", payload)).toBe("accepted");
    expect(refusal(version, "StatusNotification", JSON.parse(JSON.stringify(payload)))).toEqual(expected);
  });

  it("is refused when a list has too few items", () => {
    expect(refusal(version, "NotifyEvent", { generatedAt: "2026-05-01T10:00:00Z", seqNo: 0, eventData: [] })).toEqual([
      "OccurrenceConstraintViolation",
      "$.eventData",
      "must NOT have fewer than 1 items",
    ]);
  });

  it("is refused when a list has too many items", () => {
    const payload = {
      idToken: { idToken: "A", type: "eMAID" },
      iso15118CertificateHashData: Array.from({ length: 5 }, () => ({
        hashAlgorithm: "SHA256",
        issuerNameHash: "a",
        issuerKeyHash: "b",
        serialNumber: "1",
        responderURL: "http://ocsp.example",
      })),
    };
    expect(refusal(version, "Authorize", payload)).toEqual([
      "OccurrenceConstraintViolation",
      "$.iso15118CertificateHashData",
      "must NOT have more than 4 items",
    ]);
  });

  it("may carry customData anywhere, of any shape", () => {
    expect(refusal(version, "Heartbeat", { customData: { vendorId: "x", anything: [1, { a: null }] } })).toBe(
      "accepted",
    );
  });
});

it("says that a version has no such message", () => {
  for (const action of ["MakeCoffee", "toString", "", "Heartbeat\n"]) {
    expect(validateRequest("2.1", action, {})).toMatchObject({ ok: false, kind: "not-implemented" });
  }
  expect(validateResponse("2.1", "NotifyPeriodicEventStream", {})).toMatchObject({ ok: false });
});

it("takes decimals of tenths, which floating point cannot hold exactly", () => {
  const payload = {
    connectorId: 1,
    csChargingProfiles: {
      chargingProfileId: 1,
      stackLevel: 0,
      chargingProfilePurpose: "TxDefaultProfile",
      chargingProfileKind: "Relative",
      chargingSchedule: { chargingRateUnit: "A", chargingSchedulePeriod: [{ startPeriod: 0, limit: 32.3 }] },
    },
  };
  expect(validateRequest("1.6", "SetChargingProfile", payload)).toMatchObject({ ok: true });
  payload.csChargingProfiles.chargingSchedule.chargingSchedulePeriod = [{ startPeriod: 0, limit: 32.34 }];
  expect(validateRequest("1.6", "SetChargingProfile", payload)).toMatchObject({ ok: false, kind: "property" });
});

it("takes both spellings of Celsius in 1.6", () => {
  for (const unit of ["Celcius", "Celsius"]) {
    const sampledValue = [{ value: "21", measurand: "Temperature", unit }];
    const payload = { connectorId: 1, meterValue: [{ timestamp: "2026-05-01T10:00:00Z", sampledValue }] };
    expect(validateRequest("1.6", "MeterValues", payload)).toEqual({ ok: true, payload, notes: [] });
  }
});
