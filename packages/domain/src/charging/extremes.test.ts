import { describe, expect, it } from "vitest";
import { compositeOf } from "./composite";
import type { ChargingProfile, ChargingSchedule } from "./profile";
import { spansOf } from "./spans";
import { stationClock } from "./station-clock";

const from = Date.parse("2026-05-01T00:00:00Z");
const day = 86_400;

function profile(schedule: Partial<ChargingSchedule>, facts: Partial<ChargingProfile> = {}): ChargingProfile {
  return {
    ...{ id: 1, evse: 0, purpose: "default", stackLevel: 0, kind: "absolute" },
    schedules: [{ startsAt: "2020-01-01T00:00:00Z", unit: "W", periods: [{ start: 0, limit: 5 }], ...schedule }],
    ...facts,
  };
}
const daily = { kind: "recurring", recurrence: "daily" } as const;

function took<Result>(does: () => Result): { result: Result; ms: number } {
  // Of the processor, since others may keep it busy meanwhile.
  const began = process.cpuUsage();
  const result = does();
  const { user, system } = process.cpuUsage(began);
  return { result, ms: (user + system) / 1000 };
}

/** Far above what it takes, far below what going through all of it would. */
const soonMs = 3_000;

const composite = (held: ChargingProfile[], seconds = day) =>
  took(() => compositeOf(held, [], { evse: 1, from: new Date(from), seconds, unit: "W" }));

describe("what a station makes up cannot keep us busy", () => {
  it.each([
    ["a period for every second of years", profile({ periods: secondsOf(40_000) })],
    ["the same, every day", profile({ periods: secondsOf(40_000) }, daily)],
    [
      "that says the same all the time",
      profile({ periods: secondsOf(40_000).map((each) => ({ ...each, limit: 5 })) }, daily),
    ],
    [
      "periods without length",
      profile({ periods: Array.from({ length: 40_000 }, () => ({ start: 0, limit: 5 })) }, daily),
    ],
    ["periods in no order", profile({ periods: secondsOf(40_000).toReversed() }, daily)],
    ["a recurrence since long before there were clocks", profile({ startsAt: "-271821-04-20T00:00:00Z" }, daily)],
    ["a recurrence to come", profile({ startsAt: "+275760-09-13T00:00:00Z" }, daily)],
    ["a duration beyond all numbers", profile({ durationSeconds: 1e300 }, daily)],
    ["a duration of nothing", profile({ durationSeconds: 0 }, daily)],
    ["a duration that is over before it began", profile({ durationSeconds: -1e9 }, daily)],
    ["a start beyond all numbers", profile({ periods: [{ start: 1e300, limit: 5 }] }, daily)],
    ["a start that is none", profile({ periods: [{ start: Number.NaN, limit: 5 }] }, daily)],
    ["a delay beyond all numbers", profile({ delaySeconds: 1e300 }, daily)],
    ["no time at all", profile({ startsAt: "" }, daily)],
    ["a wall of no place", profile({ startsAt: undefined, wallStart: "nowhere" }, daily)],
  ])("%s", (_name, held) => {
    for (const seconds of [day, 1e300, Number.POSITIVE_INFINITY]) {
      const { result, ms } = composite([held], seconds);
      expect(result.length).toBeLessThanOrEqual(1_001);
      expect(ms).toBeLessThan(soonMs);
      expect(result.every(({ start }) => Number.isFinite(start))).toBe(true);
    }
  });

  it("nor can thousands of profiles, and that they were not all followed is said", () => {
    const periods = secondsOf(1_000);
    const many = (count: number) =>
      Array.from({ length: count }, (_, id) => profile({ periods }, { ...daily, id, stackLevel: id }));
    expect(composite(many(400)).ms).toBeLessThan(2 * soonMs);
    expect(composite(many(400)).result.at(-1)?.unknown).toEqual(["length"]);
    expect(composite(many(5_000)).result).toEqual([{ start: 0, unknown: ["length"] }]);
  });

  it("a question about no time has one answer", () => {
    for (const seconds of [0, -5, Number.NaN]) expect(composite([profile({})], seconds).result).toHaveLength(1);
  });

  it("spans follow each other, and none is empty", () => {
    const held = profile(
      {
        periods: secondsOf(50)
          .flatMap((each) => [each, each])
          .toReversed(),
        durationSeconds: 30,
      },
      daily,
    );
    const spans = spansOf(held, { from, end: from + 10 * day * 1000, since: from });
    expect(spans).toHaveLength(10 * 30);
    for (const [index, span] of spans.entries()) {
      expect(span.from).toBeLessThan(span.to);
      expect(span.from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? from);
    }
  });
});

describe("the station's own time", () => {
  it.each([
    [{ zone: "Europe/Amsterdam", offset: "+09:00" }, { zone: "Europe/Amsterdam" }],
    [{ zone: "Nowhere/Atlantis", offset: "-03:30" }, { offsetMinutes: -210 }],
    [{ offset: "+2" }, { offsetMinutes: 120 }],
    [{ offset: "Z" }, { offsetMinutes: 0 }],
    [{ zone: "Nowhere/Atlantis" }, undefined],
    [{ offset: "later" }, undefined],
  ] as const)("is understood from %j", (told, expected) => {
    expect(stationClock(told)).toEqual(expected);
  });

  const eight = profile({ startsAt: undefined, wallStart: "2026-01-01T08:00:00", durationSeconds: 3_600 }, daily);
  const startsIn = (held: ChargingProfile, begin: string, clock = stationClock({ zone: "Europe/Amsterdam" })) => {
    const at = Date.parse(begin);
    return spansOf(held, { from: at, end: at + 2 * day * 1000, since: at, clock }).map((span) =>
      new Date(span.from).toISOString().slice(5, 16),
    );
  };

  it("has summer and winter, so that eight o'clock stays eight o'clock", () => {
    expect(startsIn(eight, "2026-03-28T00:00:00Z")).toEqual(["03-28T07:00", "03-29T06:00"]);
    expect(startsIn(eight, "2026-10-24T00:00:00Z")).toEqual(["10-24T06:00", "10-25T07:00"]);
    expect(startsIn(eight, "2026-10-24T00:00:00Z", { offsetMinutes: 60 })).toEqual(["10-24T07:00", "10-25T07:00"]);
    const then = { from: Date.parse("2026-10-25T01:00:00Z"), offsetMinutes: 60 };
    expect(startsIn(eight, "2026-10-24T00:00:00Z", { offsetMinutes: 120, then })).toEqual([
      "10-24T06:00",
      "10-25T07:00",
    ]);
  });

  it("an hour that the wall leaves out counts as the next one, and of two the first", () => {
    const early = profile({ startsAt: undefined, wallStart: "2026-01-01T02:30:00", durationSeconds: 600 }, daily);
    expect(startsIn(early, "2026-03-28T12:00:00Z")).toEqual(["03-29T01:30", "03-30T00:30"]);
    expect(startsIn(early, "2026-10-24T12:00:00Z")).toEqual(["10-25T00:30", "10-26T01:30"]);
  });
});

function secondsOf(count: number) {
  return Array.from({ length: count }, (_, start) => ({ start, limit: 1 + (start % 7) }));
}
