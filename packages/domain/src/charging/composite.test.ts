import { describe, expect, it } from "vitest";
import { type CompositeQuestion, compositeOf } from "./composite";
import type { ChargingPeriod } from "./period";
import type { ChargingProfile, ExternalLimit } from "./profile";

const midnight = "2026-05-01T00:00:00.000Z";
const at = (hours: number) => new Date(Date.parse(midnight) + hours * 3_600_000);
const hour = 3600;

/** A default of six kilowatts for all evses, unless it is said otherwise. */
function profile(facts: Partial<ChargingProfile> = {}, ...periods: [start: number, limit?: number][]): ChargingProfile {
  const steps = periods.length > 0 ? periods : ([[0, 6_000]] as const);
  return {
    id: 1,
    evse: 0,
    purpose: "default",
    stackLevel: 0,
    kind: "absolute",
    schedules: [
      { startsAt: midnight, unit: "W", periods: steps.map(([start, limit]): ChargingPeriod => ({ start, limit })) },
    ],
    ...facts,
  };
}

const scheduled = (facts: Partial<ChargingProfile["schedules"][number]>, ...periods: [number, number?][]) => ({
  schedules: [
    {
      ...profile({}, ...periods).schedules[0],
      unit: "W" as const,
      periods: profile({}, ...periods).schedules[0]?.periods ?? [],
      ...facts,
    },
  ],
});

/** The limits of the first evse over a day, as pairs of an hour and a limit. */
function limits(profiles: ChargingProfile[], question: Partial<CompositeQuestion> = {}, others: ExternalLimit[] = []) {
  const slices = compositeOf(profiles, others, { evse: 1, from: at(0), seconds: 24 * hour, unit: "W", ...question });
  return slices.map(({ start, limit }) => [start / hour, limit]);
}

describe("within a purpose", () => {
  it("the highest stack level that says something at that time rules, and where it says nothing the next one does", () => {
    const low = profile({ id: 1, stackLevel: 0 }, [0, 11_000]);
    const high = profile({
      id: 2,
      stackLevel: 1,
      ...scheduled({ durationSeconds: 2 * hour }, [0, 4_000], [hour, 2_000]),
    });
    expect(limits([low, high])).toEqual([
      [0, 4_000],
      [1, 2_000],
      [2, 11_000],
    ]);
  });

  it("one without an end hides all below it for ever", () => {
    expect(limits([profile({ id: 1 }, [0, 1_000]), profile({ id: 2, stackLevel: 5 }, [0, 9_000])])).toEqual([
      [0, 9_000],
    ]);
  });

  it("a period without a limit leaves it to those below", () => {
    const high = profile({ id: 2, stackLevel: 1 }, [0, undefined], [hour, 3_000]);
    expect(limits([profile(), high])).toEqual([
      [0, 6_000],
      [1, 3_000],
    ]);
  });

  it("what is set for one evse hides what is set for all in 1.6; in 2.x only the levels count", () => {
    const all = profile({ id: 1, stackLevel: 3 }, [0, 6_000]);
    const own = profile({ id: 2, evse: 1, stackLevel: 1 }, [0, 9_000]);
    expect(limits([all, own], { ownDefaultHides: true })).toEqual([[0, 9_000]]);
    expect(limits([all, own])).toEqual([[0, 6_000]]);
    expect(limits([own], { evse: 2 })).toEqual([[0, undefined]]);
  });
});

describe("between purposes", () => {
  it("a session's own profile stands for the default, also where it allows more", () => {
    const session = profile({
      id: 2,
      evse: 1,
      purpose: "session",
      session: "tx",
      ...scheduled({ durationSeconds: hour }, [0, 9_000]),
    });
    expect(limits([profile(), session], { session: "tx" })).toEqual([
      [0, 9_000],
      [1, 6_000],
    ]);
    // It is no other session's.
    expect(limits([profile(), session], { session: "other" })).toEqual([[0, 6_000]]);
  });

  it("the lowest of them holds, and it is told which that is", () => {
    const most = profile({ id: 9, purpose: "station-max" }, [0, 20_000], [2 * hour, 3_000]);
    const slices = compositeOf([profile(), most], [], { evse: 1, from: at(0), seconds: 4 * hour, unit: "W" });
    expect(slices).toEqual([
      { start: 0, limit: 6_000, by: { purpose: "default", profile: 1 } },
      { start: 2 * hour, limit: 3_000, by: { purpose: "station-max", profile: 9 } },
    ]);
  });

  it("limits of others count, for their evse or for the whole station", () => {
    const limit = (evse: number, watts: number): ExternalLimit => ({
      evse,
      source: "EMS",
      schedules: profile({}, [0, watts]).schedules,
    });
    expect(limits([profile()], {}, [limit(0, 5_000), limit(1, 4_000), limit(2, 1_000)])).toEqual([[0, 4_000]]);
    expect(limits([], {}, [limit(2, 1_000)])).toEqual([[0, undefined]]);
  });

  it("what is made on the spot comes on top of what the grid allows, not of what a session may have", () => {
    const most = profile({ id: 2, purpose: "station-max" }, [0, 4_000]);
    const made = profile({ id: 3, purpose: "generation" }, [0, 1_500]);
    expect(limits([most, made])).toEqual([[0, 5_500]]);
    expect(limits([profile(), most, made], {})).toEqual([[0, 5_500]]);
    expect(limits([profile({}, [0, 2_000]), most, made])).toEqual([[0, 2_000]]);
  });

  it("priority takes the place of what the session would have, when it is asked for", () => {
    const first = profile({ id: 2, purpose: "priority" }, [0, 22_000]);
    expect(limits([profile(), first])).toEqual([[0, 6_000]]);
    expect(limits([profile(), first], { priority: true })).toEqual([[0, 22_000]]);
  });

  it("the whole station is limited by what is said of it alone", () => {
    const most = profile({ id: 2, purpose: "station-max" }, [0, 30_000]);
    expect(limits([profile(), most], { evse: 0 })).toEqual([[0, 30_000]]);
  });

  it("where nobody says anything nothing is limited", () => {
    expect(limits([])).toEqual([[0, undefined]]);
    expect(limits([profile({ ...scheduled({ startsAt: at(6).toISOString() }) })])).toEqual([
      [0, undefined],
      [6, 6_000],
    ]);
  });
});

describe("the time of a profile", () => {
  it("begins with its validity and ends with the moment that is named", () => {
    const valid = profile({ validFrom: at(2).toISOString(), validTo: at(4).toISOString() });
    expect(limits([valid])).toEqual([
      [0, undefined],
      [2, 6_000],
      [4, undefined],
    ]);
  });

  it("recurs every day, cut where it is longer than that, with a gap where it is shorter", () => {
    const daily = profile({
      kind: "recurring",
      recurrence: "daily",
      ...scheduled({ startsAt: "2026-04-01T22:00:00Z", durationSeconds: 4 * hour }),
    });
    expect(limits([daily], { seconds: 48 * hour })).toEqual([
      [0, 6_000],
      [2, undefined],
      [22, 6_000],
      [26, undefined],
      [46, 6_000],
    ]);
    const long = profile({
      kind: "recurring",
      recurrence: "daily",
      ...scheduled({ durationSeconds: 40 * hour }, [0, 1_000], [30 * hour, 9]),
    });
    expect(limits([long], { seconds: 48 * hour })).toEqual([[0, 1_000]]);
  });

  it("recurs every week", () => {
    const weekly = profile({ kind: "recurring", recurrence: "weekly", ...scheduled({ durationSeconds: hour }) });
    expect(limits([weekly], { seconds: 8 * 24 * hour })).toEqual([
      [0, 6_000],
      [1, undefined],
      [168, 6_000],
      [169, undefined],
    ]);
  });

  it("counts from where charging began when it is relative, and from now where nobody charges", () => {
    const relative = profile({
      kind: "relative",
      ...scheduled({ startsAt: undefined }, [0, 9_000], [2 * hour, 3_000]),
    });
    expect(limits([relative])).toEqual([
      [0, 9_000],
      [2, 3_000],
    ]);
    expect(limits([relative], { chargingSince: at(-1) })).toEqual([
      [0, 9_000],
      [1, 3_000],
    ]);
  });

  it("of a dynamic one is whenever it is held", () => {
    expect(limits([profile({ kind: "dynamic", ...scheduled({ startsAt: undefined }) })])).toEqual([[0, 6_000]]);
  });
});
