import { describe, expect, it } from "vitest";
import { payloadLines, payloadOf, prettyFrame } from "./payload";

describe("a frame as an operator reads it", () => {
  it("shows the payload of a call, an answer and an error", () => {
    expect(payloadOf('[2,"1","Heartbeat",{}]')).toEqual({});
    expect(payloadOf('[3,"1",{"status":"Accepted"}]')).toEqual({ status: "Accepted" });
    expect(payloadOf('[4,"1","FormationViolation","why",{}]')).toEqual({
      errorCode: "FormationViolation",
      description: "why",
      details: {},
    });
  });

  it("names every value by its path, in the order it came", () => {
    const payload = { evse: { id: 1 }, meterValue: [{ timestamp: "T", sampledValue: [] }] };
    expect(payloadLines(payload)).toEqual([
      { path: "$.evse.id", name: "evse.id", value: "1" },
      { path: "$.meterValue[0].timestamp", name: "meterValue[0].timestamp", value: '"T"' },
      { path: "$.meterValue[0].sampledValue", name: "meterValue[0].sampledValue", value: "[]" },
    ]);
  });

  it("keeps what is not JSON exactly as it came", () => {
    expect(prettyFrame("[2,oops")).toBe("[2,oops");
    expect(payloadOf("[2,oops")).toBeUndefined();
  });

  it("never hangs the page on a huge payload", () => {
    expect(payloadLines({ values: Array.from({ length: 10_000 }, (_, at) => at) })).toHaveLength(400);
  });
});
