import { describe, expect, it } from "vitest";
import type { Profile } from "./profile";
import { nextChange, periodAt } from "./schedule";

const day = 86_400_000;
const noon = Date.UTC(2026, 4, 1, 12);

const profile = (wanted: Partial<Profile>): Profile => ({
  id: 1,
  stackLevel: 0,
  purpose: "default",
  kind: "absolute",
  everyMs: undefined,
  validFrom: undefined,
  validTo: undefined,
  startsAt: noon,
  durationMs: undefined,
  unit: "W",
  periods: [
    { start: 0, limit: 100 },
    { start: 60, limit: 200 },
  ],
  wire: {},
  ...wanted,
});

const limitAt = (one: Profile, at: number, since = noon) => periodAt(one, at, since)?.limit;

describe("an absolute schedule", () => {
  it("says nothing before its start, then each period until the next, the last one without end", () => {
    const limits = [-1, 0, 59_999, 60_000, 999 * day].map((after) => limitAt(profile({}), noon + after));
    expect(limits).toEqual([undefined, 100, 100, 200, 200]);
  });

  it("ends with its duration, and within its validity, whose end does not belong to it", () => {
    expect(limitAt(profile({ durationMs: 30_000 }), noon + 29_999)).toBe(100);
    expect(limitAt(profile({ durationMs: 30_000 }), noon + 30_000)).toBeUndefined();
    expect(limitAt(profile({ validTo: noon + 10 }), noon + 9)).toBe(100);
    expect(limitAt(profile({ validTo: noon + 10 }), noon + 10)).toBeUndefined();
    expect(limitAt(profile({ validFrom: noon + 10 }), noon + 9)).toBeUndefined();
  });

  it("tells each moment at which it will say something else", () => {
    const one = profile({ durationMs: 90_000, validFrom: noon - 500, validTo: noon + 80_000 });
    const moments: number[] = [];
    for (let at: number | undefined = noon - 1_000; at !== undefined; ) {
      at = nextChange(one, at, noon);
      if (at !== undefined) moments.push(at - noon);
    }
    expect(moments).toEqual([-500, 0, 60_000, 80_000, 90_000]);
  });
});

describe("a recurring schedule", () => {
  const daily = profile({ kind: "recurring", everyMs: day, durationMs: 90_000 });

  it("begins anew each day", () => {
    expect(limitAt(daily, noon + 10 * day)).toBe(100);
    expect(limitAt(daily, noon + 10 * day + 70_000)).toBe(200);
    expect(limitAt(daily, noon + 10 * day + 90_000)).toBeUndefined();
    expect(limitAt(daily, noon - 1)).toBeUndefined();
    expect(nextChange(daily, noon + 10 * day + 90_000, noon)).toBe(noon + 11 * day);
  });

  it("is cut where it would run into its next day", () => {
    const long = profile({
      kind: "recurring",
      everyMs: day,
      durationMs: 2 * day,
      periods: [
        { start: 0, limit: 100 },
        { start: 100_000, limit: 200 },
      ],
    });
    expect(limitAt(long, noon + day + 1)).toBe(100);
    expect(limitAt(long, noon + day - 1)).toBe(100);
  });
});

it("a relative schedule counts from where charging began", () => {
  const relative = profile({ kind: "relative", startsAt: undefined });
  expect(limitAt(relative, noon + 59_000, noon)).toBe(100);
  expect(limitAt(relative, noon + 59_000, noon - 1_000)).toBe(200);
  expect(nextChange(relative, noon, noon - 1_000)).toBe(noon + 59_000);
});
