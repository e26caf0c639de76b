import type { ChargingProfile, ReportedSchedule } from "@chargehand/domain/charging/profile";
import { describe, expect, it } from "vitest";
import { computedSteps, levelAbove, reportedSteps } from "./schedule-of";

const from = Date.parse("2026-05-01T10:00:00Z");
const hour = 3_600_000;
const profile = (facts: Partial<ChargingProfile> = {}): ChargingProfile => ({
  id: 1,
  evse: 1,
  purpose: "default",
  stackLevel: 0,
  kind: "absolute",
  schedules: [{ startsAt: "2026-05-01T00:00:00Z", unit: "A", periods: [{ start: 0, limit: 10 }] }],
  ...facts,
});

describe("what limits a place", () => {
  it("is computed in watts, and says by which profile", () => {
    const held = { profiles: [profile()], limits: [] };
    const span = { evse: 1, from, seconds: 3600 };
    const told = { supply: { volts: 230, phases: 3 } };
    expect(computedSteps(held, span, { connectors: [], told })).toEqual([
      { at: from, watts: 6_900, by: { purpose: "default", profile: 1 } },
    ]);
    expect(computedSteps(held, { ...span, evse: 2 }, { connectors: [], told })).toEqual([{ at: from }]);
    // Nobody told on how many phases.
    expect(computedSteps(held, span, { connectors: [], told: { supply: { volts: 230 } } })).toEqual([
      { at: from, unknown: ["phases"] },
    ]);
  });
});

describe("what a station answered", () => {
  const told = (facts: Partial<ReportedSchedule> = {}): ReportedSchedule => ({
    evse: 1,
    startsAt: "2026-05-01T08:00:00Z",
    durationSeconds: 6 * 3600,
    unit: "W",
    periods: [
      { start: 0, limit: 9_000 },
      { start: 3 * 3600, limit: 4_000 },
    ],
    ...facts,
  });

  it("counts from when it was answered, and says nothing after its end", () => {
    expect(reportedSteps(told(), { from, seconds: 86_400 })).toEqual([
      { at: from, watts: 9_000 },
      { at: from + hour, watts: 4_000 },
      { at: from + 4 * hour },
    ]);
  });

  it("is in watts only where it is known on how many phases", () => {
    const amperes = told({ unit: "A", periods: [{ start: 0, limit: 10 }], durationSeconds: 1e9 });
    const span = { from, seconds: 86_400 };
    expect(reportedSteps(amperes, span, { volts: 230, phases: 3 })).toEqual([{ at: from, watts: 6_900 }]);
    expect(reportedSteps(amperes, span, { volts: 230 })).toEqual([{ at: from, unknown: ["phases"] }]);
  });

  it("is cut where it has more steps than anybody can see", () => {
    const periods = Array.from({ length: 40_000 }, (_, start) => ({ start: 3 * 3600 + start, limit: 5 }));
    expect(reportedSteps(told({ periods }), { from, seconds: 86_400 }).length).toBeLessThanOrEqual(2_001);
  });

  it("is nothing any more once it is over", () => {
    expect(reportedSteps(told({ durationSeconds: 3600 }), { from, seconds: 86_400 })).toEqual([]);
  });
});

describe("the level of a new limit", () => {
  const ours = profile({ id: 910_010 });

  it("is the lowest where nobody else limits the same, also where our own did", () => {
    expect(levelAbove([], ours)).toBe(0);
    expect(levelAbove([profile({ id: 910_010, stackLevel: 3 })], ours)).toBe(0);
    expect(
      levelAbove([profile({ purpose: "session", stackLevel: 3 }), profile({ evse: 2, stackLevel: 3 })], ours),
    ).toBe(0);
  });

  it("is above all that it is to rule, those of every evse among them", () => {
    expect(levelAbove([profile({ stackLevel: 1 }), profile({ id: 2, evse: 0, stackLevel: 4 })], ours)).toBe(5);
  });
});
