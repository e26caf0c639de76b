import { expect, it } from "vitest";
import { createTurnstile } from "./turnstile";

it("counts each key for itself, and begins anew with the minute", () => {
  let now = 0;
  const turnstile = createTurnstile({ perMinute: 2, clock: () => now });
  expect([1, 2, 3].map(() => turnstile.pass("a"))).toEqual([true, true, false]);
  expect(turnstile.pass("b")).toBe(true);
  now = 60_000;
  expect(turnstile.pass("a")).toBe(true);
});
