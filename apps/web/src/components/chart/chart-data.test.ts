import { describe, expect, it } from "vitest";
import { align, type ChartSeries, sampleAt } from "./chart-data";

const series = (look: ChartSeries["look"], ...samples: [number, number | null][]): ChartSeries => ({
  id: look,
  label: look,
  look,
  samples: samples.map(([at, value]) => ({ at, value })),
});

describe("lines on one time axis", () => {
  it("hold a limit until it changes, and invent no measure", () => {
    expect(align([series("measure", [0, 5], [2, 7]), series("limit", [0, 50], [3, 32])])).toEqual({
      at: [0, 2, 3],
      values: [
        [5, 7, null],
        [50, 50, 32],
      ],
    });
  });

  it("leave a limit unsaid before its first word", () => {
    expect(align([series("measure", [0, 5], [4, 6]), series("limit", [4, 50])]).values[1]).toEqual([null, 50]);
  });
});

describe("the value under the cursor", () => {
  const samples = [0, 10, 20].map((at) => ({ at, value: at }));

  it("is the last one said", () => expect(sampleAt(samples, 19, 15)?.value).toBe(10));
  it("is none before the first", () => expect(sampleAt(samples, -1, 15)).toBeUndefined());
  it("is none inside a gap", () => expect(sampleAt(samples, 36, 15)).toBeUndefined());
});
