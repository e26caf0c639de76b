import { expect, it } from "vitest";
import { shares, wattsOf } from "./watts";

const three = { current: "AC", phases: 3, amps: 32 } as const;
const one = { current: "AC", phases: 1, amps: 32 } as const;
const direct = { current: "DC", watts: 150_000, amps: 375, volts: 920 } as const;

it("counts amperes on every phase that a place has", () => {
  const period = { start: 0, limit: 10 };
  expect(wattsOf(period, "W", three, 0)).toBe(10);
  expect(wattsOf(period, "A", three, 0)).toBe(6_900);
  expect(wattsOf(period, "A", one, 0)).toBe(2_300);
  expect(wattsOf(period, "A", direct, 0)).toBe(9_200);
  expect(wattsOf({ start: 0, limit: undefined }, "A", three, 0)).toBeUndefined();
});

it("reads the power for a signal off its curve, and never takes energy back", () => {
  const curve = [
    { signal: 100, watts: 8_000 },
    { signal: -100, watts: -8_000 },
    { signal: 0, watts: 2_000 },
  ];
  const at = (signal: number) => wattsOf({ start: 0, limit: 1, curve }, "W", three, signal);
  expect([200, 100, 50, 0, -100].map(at)).toEqual([8_000, 8_000, 5_000, 2_000, 0]);
});

it("gives everybody the same, but nobody more than he can use", () => {
  expect(shares(12_000, [11_000, 22_000])).toEqual([6_000, 6_000]);
  expect(shares(12_000, [22_000, 2_000, 22_000])).toEqual([5_000, 2_000, 5_000]);
  expect(shares(Number.POSITIVE_INFINITY, [11_000, 2_000])).toEqual([11_000, 2_000]);
  expect(shares(0, [11_000])).toEqual([0]);
});
