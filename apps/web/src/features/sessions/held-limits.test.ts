import type { ChargingProfile } from "@chargehand/domain/charging/profile";
import { expect, it } from "vitest";
import { heldLimits } from "./held-limits";

const at = (time: string) => new Date(`2026-11-24T${time}Z`);
const profile = (
  limits: readonly (readonly [start: number, limit: number])[],
  unit: "W" | "A" = "W",
): ChargingProfile => ({
  ...{ id: 1, evse: 1, purpose: "default", stackLevel: 0, kind: "absolute" },
  schedules: [
    { startsAt: at("02:00:00").toISOString(), unit, periods: limits.map(([start, limit]) => ({ start, limit })) },
  ],
});
const session = { evse: 1, startedAt: at("02:04:00") };
const known = { until: at("03:00:00").getTime(), ownDefaultHides: false };

it("a limit is told from when the station came to hold it, and steps where its schedule does", () => {
  const held = {
    profiles: [
      {
        at: at("02:10:00"),
        value: profile([
          [0, 50_000],
          [1_200, 32_000],
        ]),
      },
    ],
    limits: [],
  };
  expect(heldLimits(held, session, known)).toEqual([
    { at: at("02:10:00").getTime(), value: 50_000 },
    { at: at("02:20:00").getTime(), value: 32_000 },
  ]);
});

it("a limit in amperes of unknown phases is no limit that could be drawn", () => {
  const held = { profiles: [{ at: at("02:10:00"), value: profile([[0, 16]], "A") }], limits: [] };
  expect(heldLimits(held, session, known)).toEqual([]);
});

it("a station that holds nothing limits nothing", () => {
  expect(heldLimits({ profiles: [], limits: [] }, session, known)).toEqual([]);
});
