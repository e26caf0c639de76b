import { describe, expect, it } from "vitest";
import { type CompositeQuestion, compositeOf } from "./composite";
import type { ChargingPeriod } from "./period";
import type { ChargingProfile, ChargingSchedule, ExternalLimit } from "./profile";

const midnight = "2026-05-01T00:00:00.000Z";
const known = { volts: 230, phases: 3 };

/** A default of one period that holds for ever. */
function profile(
  period: Partial<ChargingPeriod>,
  schedule: Partial<ChargingSchedule> = {},
  facts: Partial<ChargingProfile> = {},
): ChargingProfile {
  const periods = [{ start: 0, ...period }];
  return {
    ...{ id: 1, evse: 0, purpose: "default", stackLevel: 0, kind: "absolute" },
    schedules: [{ startsAt: midnight, unit: "W", periods, ...schedule }],
    ...facts,
  };
}
const amperes = (period: Partial<ChargingPeriod>, facts: Partial<ChargingProfile> = {}) =>
  profile(period, { unit: "A" }, facts);
const most: Partial<ChargingProfile> = { id: 2, purpose: "station-max" };

function slice(
  profiles: ChargingProfile[],
  question: Partial<CompositeQuestion> = {},
  others: readonly ExternalLimit[] = [],
) {
  const asked = { evse: 1, from: new Date(midnight), seconds: 3600, unit: "W" as const, ...question };
  const slices = compositeOf(profiles, others, asked);
  expect(slices).toHaveLength(1);
  const { start: _start, by: _by, ...said } = slices[0] ?? { start: 0 };
  return said;
}

describe("where units meet", () => {
  it.each([
    ["amperes are on each phase", amperes({ limit: 10 }), { unit: "W", supply: known }, { limit: 6_900 }],
    ["watts are their sum", profile({ limit: 6_900 }), { unit: "A", supply: known }, { limit: 10 }],
    ["what is named for one phase", amperes({ limit: 10, phases: 1 }), { supply: known }, { limit: 2_300, phases: 1 }],
    [
      "no more than there are",
      amperes({ limit: 10, phases: 3 }),
      { supply: { volts: 230, phases: 1 } },
      { limit: 2_300, phases: 3 },
    ],
    ["by its own voltage", amperes({ limit: 10 }), { supply: { volts: 120, phases: 1 } }, { limit: 1_200 }],
    [
      "one phase needs nobody to tell",
      amperes({ limit: 10, phases: 1 }),
      { supply: { volts: 230 } },
      { limit: 2_300, phases: 1 },
    ],
  ] as const)("%s", (_name, held, question, expected) => {
    expect(slice([held], question)).toEqual(expected);
  });

  it.each([
    ["phases", amperes({ limit: 10 }), { supply: { volts: 230 } }],
    ["volts", amperes({ limit: 10 }), { supply: { phases: 3 } }],
    ["volts", profile({ limit: 6_900 }), { unit: "A", supply: { phases: 3 } }],
    ["phases", profile({ limit: 6_900 }), { unit: "A", supply: { volts: 230 } }],
  ] as const)("nothing is guessed where nobody told of the %s", (reason, held, question) => {
    expect(slice([held], question)).toEqual({ unknown: [reason] });
  });

  it("what is known still bounds what is not", () => {
    expect(slice([amperes({ limit: 10 }), profile({ limit: 4_000 }, {}, most)], {})).toEqual({
      limit: 4_000,
      unknown: ["volts"],
    });
  });
});

describe("single phases", () => {
  it("have limits of their own, which add up", () => {
    const held = amperes({ limit: 16, limitL2: 10, limitL3: 6 });
    expect(slice([held], { supply: known })).toEqual({ limit: 32 * 230, each: [3_680, 2_300, 1_380] });
    expect(slice([held], { unit: "A", supply: known })).toEqual({ limit: 16, each: [16, 10, 6] });
    expect(slice([held], { supply: { volts: 230, phases: 1 } })).toMatchObject({ limit: 3_680 });
  });

  it("a limit of one of which the others are not told is no limit of all", () => {
    expect(slice([amperes({ limit: 16, limitL2: 10 })], { supply: known })).toEqual({ unknown: ["phases"] });
  });

  it("each is bounded by the lowest that is said of it", () => {
    const one = amperes({ limit: 16, limitL2: 6, limitL3: 16 });
    const other = amperes({ limit: 6, limitL2: 16, limitL3: 16 }, most);
    expect(slice([one, other], { supply: known })).toEqual({ limit: 28 * 230, each: [1_380, 1_380, 3_680] });
  });

  it("what is to be on one phase is on no other, and two that want different ones are not guessed about", () => {
    const second = amperes({ limit: 16, phases: 1, phase: 2 });
    expect(slice([second], { supply: known })).toEqual({ limit: 3_680, each: [0, 3_680, 0], phases: 1 });
    expect(slice([second], { unit: "A" })).toEqual({ limit: 16, each: [0, 16, 0], phases: 1 });
    const third = amperes({ limit: 16, phases: 1, phase: 3 }, most);
    expect(slice([second, third], { supply: known }).unknown).toEqual(["phase"]);
  });

  it("the fewest that are named hold for all", () => {
    const single = amperes({ limit: 32, phases: 1 }, most);
    expect(slice([profile({ limit: 6_000 }), single], { supply: known })).toMatchObject({ limit: 6_000, phases: 1 });
    expect(slice([profile({ limit: 9_000 }), single], { supply: known })).toMatchObject({ limit: 7_360, phases: 1 });
  });
});

describe("power that may flow back", () => {
  it("is bounded by what is nearest to nothing, and followed where one says what", () => {
    const central = profile({ mode: "central-setpoint", setpoint: -3_000 });
    expect(slice([central])).toEqual({ setpoint: -3_000 });
    const both = profile({ mode: "central-setpoint", setpoint: -3_000, limit: 5_000, discharge: -4_000 });
    expect(slice([both, profile({ discharge: -1_000, limit: 9_000 }, {}, most)])).toEqual({
      ...{ limit: 5_000, discharge: -1_000, setpoint: -3_000 },
    });
    expect(slice([amperes({ discharge: -10, limit: 10 })], { supply: known })).toEqual({
      ...{ limit: 6_900, discharge: -6_900 },
    });
  });

  it("is unknown where two say what is to be followed, or somebody else does", () => {
    const two = [profile({ setpoint: -3_000 }), profile({ setpoint: 500 }, {}, most)];
    expect(slice(two)).toEqual({ unknown: ["choice"] });
    expect(slice([profile({ mode: "local-frequency", limit: 8_000 })])).toEqual({ limit: 8_000, unknown: ["mode"] });
  });

  it("nothing flows where the station is to be idle", () => {
    expect(slice([profile({ mode: "idle" })])).toMatchObject({ limit: 0 });
  });
});

describe("what else cannot be known", () => {
  it.each([
    ["charge", profile({ limit: 8_000 }, { beyondCharge: { charge: 80, limit: 2_000 } }), { limit: 8_000 }],
    ["delay", profile({ limit: 8_000 }, { delaySeconds: 7_200 }), {}],
    ["local-time", profile({ limit: 8_000 }, { startsAt: undefined, wallStart: "2026-05-01T02:00:00" }), {}],
    ["time", profile({ limit: 8_000 }, { startsAt: "some day" }), {}],
    ["time", profile({ limit: 8_000 }, {}, { validTo: "never" }), {}],
    ["choice", profile({}, {}, { schedules: [...profile({}).schedules, ...profile({}).schedules] }), {}],
  ] as const)("is said: %s", (reason, held, expected) => {
    expect(slice([held])).toEqual({ ...expected, unknown: [reason] });
  });

  it("what is made on the spot comes on top, and where it is unknown so is the sum", () => {
    const made = (schedule: Partial<ChargingSchedule>): ExternalLimit => ({
      ...{ evse: 0, source: "EMS", generation: true },
      schedules: profile({ limit: 5 }, schedule).schedules,
    });
    const grid = profile({ limit: 4_000 }, {}, most);
    expect(slice([grid], { supply: known }, [made({ unit: "A" })])).toEqual({ limit: 7_450 });
    expect(slice([grid], {}, [made({ unit: "A" })])).toEqual({ unknown: ["volts"] });
  });

  it("limits that others tell hold beside each other, whatever their places", () => {
    const told = (evse: number, limit: number): ExternalLimit => ({
      ...{ evse, source: `EMS ${evse}` },
      schedules: profile({ limit }).schedules,
    });
    expect(slice([], {}, [told(0, 3_000), told(1, 6_000)])).toEqual({ limit: 3_000 });
  });
});
