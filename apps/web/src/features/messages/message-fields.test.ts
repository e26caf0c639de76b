import { describe, expect, it } from "vitest";
import { millisecondsOf, readMessageFilter, timeOf } from "./message-fields";

describe("a filter of messages", () => {
  it("knows its own fields, and takes every other one for one of the payload", () => {
    const read = readMessageFilter("action:StatusNotification payload.evse.id:2 -answer.status:Accepted soc:>80 abb");
    expect(read.parts).toMatchObject([{ field: "action", values: ["StatusNotification"] }]);
    expect(read.payload).toMatchObject([
      { path: "evse.id", in: "call", not: false, compare: "is", values: ["2"] },
      { path: "status", in: "answer", not: true, values: ["Accepted"] },
      { path: "soc", in: "either", compare: ">", values: ["80"] },
    ]);
    expect(read.words).toEqual([{ text: "abb", not: false }]);
    expect(read.faults).toEqual([]);
  });

  it("understands what people write in short", () => {
    expect(readMessageFilter("err >500ms -error").parts).toEqual([
      { field: "outcome", not: false, compare: "is", values: ["error"] },
      { field: "latency", not: false, compare: ">", values: ["500ms"] },
      { field: "outcome", not: true, compare: "is", values: ["error"] },
    ]);
  });

  it("says what is no time and no outcome", () => {
    expect(readMessageFilter("since:soon outcome:great").faults.map(({ raw }) => raw)).toEqual([
      "outcome:great",
      "since:soon",
    ]);
  });

  it("reads times and lengths of time", () => {
    const now = new Date("2026-11-23T12:00:00Z");
    expect(timeOf("15m", now)).toEqual(new Date("2026-11-23T11:45:00Z"));
    expect(timeOf("2026-11-23T10:00:00Z", now)).toEqual(new Date("2026-11-23T10:00:00Z"));
    expect(timeOf("noon", now)).toBeUndefined();
    expect([millisecondsOf("500"), millisecondsOf("2s"), millisecondsOf("250ms")]).toEqual([500, 2_000, 250]);
  });
});
