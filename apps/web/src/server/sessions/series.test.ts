import { describe, expect, it } from "vitest";
import { type SamplePoint, seriesOf } from "./series";

const minute = 60_000;
const reading = (at: number, facts: Partial<SamplePoint> = {}): SamplePoint => ({
  at,
  powerW: 7_000,
  energyWh: null,
  stateOfCharge: null,
  offeredW: null,
  ...facts,
});
const steady = (count: number, from = 0) => Array.from({ length: count }, (_, i) => reading(from + i * minute));

describe("a session's series", () => {
  it("shows every reading while there are few", () => {
    const series = seriesOf([reading(0, { powerW: 1_000 }), reading(minute, { powerW: null, stateOfCharge: 40 })], 100);
    expect(series).toMatchObject({ at: [0, minute], powerW: [1_000, null], stateOfCharge: [null, 40], gaps: [] });
  });

  it("is empty without readings", () => {
    expect(seriesOf([], 100)).toMatchObject({ at: [], powerW: [], gaps: [] });
  });

  it("breaks its lines where readings are missing, and says from when to when", () => {
    const series = seriesOf([...steady(10), ...steady(10, 20 * minute)], 100);
    expect(series.gaps).toEqual([[9 * minute, 20 * minute]]);
    expect(series.at[10]).toBe(14.5 * minute);
    expect(series.powerW[10]).toBeNull();
  });

  it("takes a slow meter for slow, not for broken", () => {
    const hourly = Array.from({ length: 6 }, (_, i) => reading(i * 60 * minute));
    expect(seriesOf(hourly, 100).gaps).toEqual([]);
  });

  it("thins many readings to the points asked for: average power, last register", () => {
    const many = Array.from({ length: 1_000 }, (_, i) =>
      reading(i * 1_000, { powerW: i % 2 ? 8_000 : 6_000, energyWh: i }),
    );
    const series = seriesOf(many, 100);
    expect(series.at.length).toBeLessThanOrEqual(101);
    expect(series.powerW.slice(1, -1).every((power) => power !== null && Math.abs(power - 7_000) <= 200)).toBe(true);
    expect(series.energyWh.at(-1)).toBe(999);
    expect(series.energyWh.every((energy, i) => i === 0 || Number(energy) > Number(series.energyWh[i - 1]))).toBe(true);
  });

  it("never averages across a gap", () => {
    const before = Array.from({ length: 500 }, (_, i) => reading(i * 1_000, { powerW: 1_000 }));
    const after = Array.from({ length: 500 }, (_, i) => reading(3_000_000 + i * 1_000, { powerW: 9_000 }));
    const powers = seriesOf([...before, ...after], 20).powerW.filter((power) => power !== null);
    expect(new Set(powers)).toEqual(new Set([1_000, 9_000]));
  });
});
