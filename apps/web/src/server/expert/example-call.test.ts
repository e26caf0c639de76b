import { callsOf } from "@chargehand/ocpp/request-schemas";
import { whyUnsayable } from "@chargehand/ocpp/unsayable";
import { versions } from "@chargehand/ocpp/version";
import { describe, expect, it } from "vitest";
import { exampleCall } from "./example-call";
import type { StationFacts } from "./examples";

const facts: StationFacts = {
  now: new Date("2026-11-23T10:00:00Z"),
  number: 4711,
  evse: 2,
  connector: 1,
  session: "815",
  token: { value: "DEADBEEF", kind: "iso14443" },
};

describe.each(versions)("every call that a station of %s can be sent", async (version) => {
  const calls = Object.entries(await callsOf(version));

  it("is there", () => {
    expect(calls).toHaveLength({ "1.6": 26, "2.0.1": 40, "2.1": 55 }[version]);
  });

  it.each(calls)("has an example that may be sent as it is: %s", (action, { schema }) => {
    const payload = exampleCall(version, action, schema, facts);
    expect(whyUnsayable(version, { action, payload })).toBeUndefined();
    const idle = exampleCall(version, action, schema, { ...facts, session: undefined });
    expect(whyUnsayable(version, { action, payload: idle })).toBeUndefined();
  });

  it.each(calls)("says what it is for: %s", (_action, { block, purpose }) => {
    expect(block).not.toBe("");
    expect(purpose).not.toBe("");
  });
});

describe("an example", () => {
  it("names the station's own things", async () => {
    const calls = await callsOf("2.0.1");
    const example = (action: string) => exampleCall("2.0.1", action, calls[action]?.schema ?? {}, facts);
    expect(example("RequestStopTransaction")).toEqual({ transactionId: "815" });
    expect(example("GetBaseReport")).toMatchObject({ requestId: 4711 });
    expect(example("RequestStartTransaction")).toMatchObject({
      evseId: 2,
      idToken: { idToken: "DEADBEEF", type: "ISO14443" },
    });
  });

  it("looks ahead by little where it has a date", async () => {
    const calls = await callsOf("1.6");
    const { retrieveDate } = Object(exampleCall("1.6", "UpdateFirmware", calls.UpdateFirmware?.schema ?? {}, facts));
    expect(Date.parse(retrieveDate) - facts.now.getTime()).toBe(3_600_000);
  });
});
