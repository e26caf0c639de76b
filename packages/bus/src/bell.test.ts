import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createBell } from "./bell";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("rings at once after silence, and once for all that came before it may ring again", () => {
  const rings: number[] = [];
  const bell = createBell(() => rings.push(Date.now()), 50);
  const begun = Date.now();

  for (let ms = 0; ms < 100; ms++) {
    bell.press();
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(500);

  expect(rings.map((at) => at - begun)).toEqual([0, 50, 100]);
});

it("owes nothing when it stops", () => {
  let rings = 0;
  const bell = createBell(() => rings++, 50);
  bell.press();
  bell.press();

  bell.stop();
  vi.advanceTimersByTime(500);

  expect(rings).toBe(2);
});
