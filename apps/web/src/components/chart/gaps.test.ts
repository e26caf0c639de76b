import { describe, expect, it } from "vitest";
import { breakAtGaps, findGaps } from "./gaps";

const minute = 60_000;
const samples = [0, 1, 2, 9, 10].map((at) => ({ at: at * minute, value: at }));

describe("a silence between values", () => {
  it("breaks the line right after the last value before it", () => {
    expect(breakAtGaps(samples, 5 * minute)).toEqual([
      ...samples.slice(0, 3),
      { at: 2 * minute + 1, value: null },
      ...samples.slice(3),
    ]);
  });

  it("is named with both its ends", () => {
    expect(findGaps(samples, 5 * minute)).toEqual([{ from: 2 * minute, until: 9 * minute }]);
  });

  it("does not break at values that come as slowly as they should", () => {
    expect(breakAtGaps(samples, 7 * minute)).toEqual(samples);
    expect(findGaps(samples, 7 * minute)).toEqual([]);
  });

  it("sees through a value that says nothing", () => {
    const silent = [
      { at: 0, value: 1 },
      { at: 6 * minute, value: null },
      { at: 8 * minute, value: 2 },
    ];
    expect(findGaps(silent, 5 * minute)).toEqual([{ from: 0, until: 8 * minute }]);
  });
});
