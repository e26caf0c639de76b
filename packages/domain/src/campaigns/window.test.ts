import { expect, it } from "vitest";
import { isOpen } from "./window";

const night = { from: "22:00", until: "05:00" };

it.each([
  ["in the site's own time", night, "Europe/Berlin", "2026-11-23T21:00:00Z", true],
  ["not in ours", night, "Europe/Berlin", "2026-11-23T04:30:00Z", false],
  ["over midnight", night, "UTC", "2026-11-23T00:30:00Z", true],
  ["from its first minute", night, "UTC", "2026-11-23T22:00:00Z", true],
  ["until before its last", night, "UTC", "2026-11-23T05:00:00Z", false],
  ["within a day", { from: "09:00", until: "17:00" }, "UTC", "2026-11-23T12:00:00Z", true],
  ["outside of it", { from: "09:00", until: "17:00" }, "UTC", "2026-11-23T18:00:00Z", false],
  // Clocks go back at 03:00: the hour from 02:00 comes twice.
  ["on the night that has 25 hours", { from: "02:30", until: "03:00" }, "Europe/Berlin", "2026-10-25T01:45:00Z", true],
  ["never, when it ends as it begins", { from: "03:00", until: "03:00" }, "UTC", "2026-11-23T03:00:00Z", false],
])("a window is open %s", (_, window, zone, at, open) => {
  expect(isOpen(window, zone, new Date(at))).toBe(open);
});

it("no window is always open", () => {
  expect(isOpen(undefined, "UTC", new Date(0))).toBe(true);
});
