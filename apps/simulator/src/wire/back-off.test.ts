import { expect, it } from "vitest";
import { Random } from "../random";
import { backOffMs } from "./back-off";

it("doubles a few times and then stays", () => {
  const rule = { minimumMs: 1_000, randomMs: 0, repeats: 3 };
  const waits = [0, 1, 2, 3, 4, 9].map((attempt) => backOffMs(attempt, rule, new Random(1)));
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
});

it("spreads stations over the random range", () => {
  const rule = { minimumMs: 1_000, randomMs: 5_000, repeats: 0 };
  const random = new Random(1);
  const waits = Array.from({ length: 200 }, () => backOffMs(0, rule, random));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1_000);
  expect(Math.max(...waits)).toBeLessThan(6_000);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(4_000);
});
