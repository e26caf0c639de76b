import type { DomainEvent } from "@chargehand/domain/event";
import { describe, expect, it } from "vitest";
import type { Series } from "@/server/sessions/series";
import type { Timeline } from "@/server/sessions/timeline";
import { sessionCurveOf } from "./session-curve-of";

const minute = 60_000;
const start = Date.UTC(2026, 10, 23, 12);
const at = (minutes: number) => new Date(start + minutes * minute);
const happened = (minutes: number, event: DomainEvent) => ({ at: at(minutes), receivedAt: at(minutes), event });
const timeline = (events: Timeline["events"]): Timeline => ({ events, frames: [] });
const series = (powerW: (number | null)[]): Series => ({
  at: powerW.map((_, index) => start + index * minute),
  powerW,
  energyWh: powerW.map(() => null),
  stateOfCharge: powerW.map(() => null),
  offeredW: powerW.map(() => null),
  gaps: [],
});
const curve = (events: Timeline["events"], powers: (number | null)[] = []) =>
  sessionCurveOf({ startedAt: at(0), endedAt: null }, series(powers), timeline(events), start + 60 * minute);

describe("a session's curve", () => {
  it("goes through its states, each until the next", () => {
    const { states } = curve([
      happened(0, { type: "session.started", session: 1 }),
      happened(2, { type: "session.updated", session: 1, activity: "charging" }),
      happened(30, { type: "session.updated", session: 1, activity: "paused-by-car" }),
    ]);
    expect(states).toEqual([
      { from: start, until: start + 2 * minute, state: "plugged-in" },
      { from: start + 2 * minute, until: start + 30 * minute, state: "charging" },
      { from: start + 30 * minute, until: start + 60 * minute, state: "paused-by-car" },
    ]);
  });

  it("marks the time in which the station was away, up to now when it has not come back", () => {
    const { offline } = curve([
      happened(10, { type: "station.disconnected", closeCode: 1006, closeReason: "" }),
      happened(15, { type: "station.connected", version: "1.6" }),
      happened(50, { type: "station.disconnected", closeCode: 1006, closeReason: "" }),
    ]);
    expect(offline).toEqual([
      { from: start + 10 * minute, until: start + 15 * minute },
      { from: start + 50 * minute, until: start + 60 * minute },
    ]);
  });

  it("has no value where none was measured", () => {
    expect(curve([], [1, null, 3]).power.map(({ value }) => value)).toEqual([1, 3]);
  });
});
