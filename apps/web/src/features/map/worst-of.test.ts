import { expect, it } from "vitest";
import { worstOf } from "./worst-of";

const all = { stations: 40, faulted: 0, offline: 0, charging: 0 };

it.each([
  ["faulted", 2, { ...all, faulted: 2, offline: 30, charging: 8 }],
  ["offline", 30, { ...all, offline: 30, charging: 8 }],
  ["charging", 8, { ...all, charging: 8 }],
  ["available", 40, all],
  ["available", 0, { ...all, stations: 0 }],
] as const)("a place shows the worst of its stations: %s, %d of them", (glyph, count, fares) =>
  expect(worstOf(fares)).toMatchObject({ glyph, count }),
);
