import { expect, it } from "vitest";
import { fromWallClock, toWallClock, toWireTime } from "./wall-clock";

it.each([
  ["2026-11-23T10:00:05Z", "Europe/Amsterdam", "2026-11-23T11:00:05"],
  ["2026-07-01T23:30:00Z", "Europe/Amsterdam", "2026-07-02T01:30:00"],
  ["2026-11-23T00:00:00Z", "America/St_Johns", "2026-11-22T20:30:00"],
  ["2026-11-23T10:00:05Z", "UTC", "2026-11-23T10:00:05"],
  // An hour before and after the clocks change.
  ["2026-10-24T23:30:00Z", "Europe/Amsterdam", "2026-10-25T01:30:00"],
  ["2026-10-25T02:30:00Z", "Europe/Amsterdam", "2026-10-25T03:30:00"],
])("%s in %s is %s, there and back", (moment, zone, shown) => {
  expect(toWallClock(new Date(moment), zone)).toBe(shown);
  expect(fromWallClock(shown, zone)).toEqual(new Date(moment));
});

it("what is no time is none", () => {
  expect(fromWallClock("", "UTC")).toBeUndefined();
  expect(fromWallClock("2026-13-01T00:00:00", "UTC")).toBeUndefined();
});

it("is sent to the second, in UTC", () => {
  expect(toWireTime(new Date("2026-11-23T10:00:05.678Z"))).toBe("2026-11-23T10:00:05Z");
});
