import { expect, it } from "vitest";
import type { ChargingProfile } from "../src/charging/profile";
import { withinLimits } from "../src/charging/within-limits";
import { station } from "./factories";

const profile: ChargingProfile = {
  id: 30,
  evse: 1,
  purpose: "default",
  stackLevel: 0,
  kind: "absolute",
  validTo: "2026-11-24T07:15:02.000Z",
  schedules: [
    {
      unit: "A",
      startsAt: "2026-11-23T07:16:02.000Z",
      durationSeconds: 86_400,
      periods: [
        { start: 0, limit: 16 },
        { start: 3_600, limit: 10 },
      ],
    },
  ],
};

/** What the station tells, asked in the middle of a second. */
const told = (periods: { start: number; limit: number }[], durationSeconds = 86_400, set = profile) =>
  withinLimits(
    { for: "limit", profile: set, evse: 1 },
    {
      type: "held",
      changes: [
        {
          do: "set",
          kind: "reported-schedule",
          key: "1",
          value: { evse: 1, unit: "A", startsAt: "2026-11-23T07:15:03.900Z", durationSeconds, periods },
        },
      ],
    },
    station(),
  )?.proof;

it("a schedule told in whole seconds keeps to a profile whose periods lie between them", () => {
  const whole = [
    { start: 0, limit: 32 },
    { start: 58, limit: 16 },
    { start: 3_658, limit: 10 },
    { start: 86_398, limit: 32 },
  ];
  expect(told(whole)).toBe("confirmed");
});

it("a schedule that allows more for longer than a second does not", () => {
  expect(told([{ start: 0, limit: 32 }])).toBe("unproven");
  expect(
    told([
      { start: 0, limit: 16 },
      { start: 3_661, limit: 10 },
    ]),
  ).toBe("unproven");
  expect(
    told([
      { start: 0, limit: 10 },
      { start: 86_390, limit: 32 },
    ]),
  ).toBe("unproven");
});

it("a schedule of years is followed for the days that were asked about", () => {
  const daily: ChargingProfile = { ...profile, kind: "recurring", recurrence: "daily", validTo: undefined };
  const wild = Array.from({ length: 2_000 }, (_, index) => ({ start: index * 30_000, limit: index < 8 ? 10 : 32 }));
  expect(told(wild, 2_000_000_000, daily)).toBe("confirmed");
  expect(
    told(
      [
        { start: 0, limit: 10 },
        { start: 100_000, limit: 32 },
      ],
      2_000_000_000,
      daily,
    ),
  ).toBe("unproven");
});

it("a schedule of a period for every second is gone through once", () => {
  const began = process.cpuUsage();
  const seconds = Array.from({ length: 80_000 }, (_, start) => ({ start, limit: 1 }));
  const wanted = {
    ...profile,
    schedules: [{ unit: "A" as const, startsAt: "2026-11-23T07:15:03.900Z", periods: seconds }],
  };
  expect(told(seconds, 2_000_000_000, wanted)).toBe("confirmed");
  expect(told(seconds.toReversed(), 2_000_000_000, wanted)).toBe("confirmed");
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(3_000);
});

it("amperes are held against watts only where it is known on how many phases", () => {
  const watts = { ...profile, schedules: [{ unit: "W" as const, periods: [{ start: 0, limit: 11_040 }] }] };
  const single = { ...profile, schedules: [{ unit: "W" as const, periods: [{ start: 0, limit: 3_680, phases: 1 }] }] };
  const three = { ...profile, schedules: [{ unit: "W" as const, periods: [{ start: 0, limit: 11_040, phases: 3 }] }] };
  expect(told([{ start: 0, limit: 16 }], 86_400, watts)).toBe("unproven");
  expect(told([{ start: 0, limit: 16 }], 86_400, single)).toBe("confirmed");
  expect(told([{ start: 0, limit: 16 }], 86_400, three)).toBe("confirmed");
  expect(told([{ start: 0, limit: 20 }], 86_400, three)).toBe("unproven");
});
