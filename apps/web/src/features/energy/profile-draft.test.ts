import { describe, expect, it } from "vitest";
import { faultOf, freeNumber, heldWith, type ProfileDraft, profileOf } from "./profile-draft";

const period = { key: 0, hours: 0, limit: 6, setpoint: Number.NaN, discharge: Number.NaN };
const draft = (facts: Partial<ProfileDraft> = {}): ProfileDraft => ({
  ...{ id: 5, evse: 1, purpose: "default", stackLevel: 2, kind: "absolute", recurrence: "daily", unit: "W" },
  ...{ startsAt: "2026-05-01T10:00:00Z", hours: 4, periods: [period] },
  ...facts,
});
const fault = (facts: Partial<ProfileDraft>, hasSession = true) => faultOf(draft(facts), { hasSession });

describe("a profile that is written", () => {
  it("is said in the station's units", () => {
    const second = { ...period, key: 1, hours: 1.5, limit: Number.NaN, setpoint: -2.5, discharge: -3, phases: 1 };
    expect(profileOf(draft({ kind: "recurring", periods: [period, second] }))).toEqual({
      ...{ id: 5, evse: 1, purpose: "default", stackLevel: 2, kind: "recurring", recurrence: "daily" },
      schedules: [
        {
          ...{ id: 1, startsAt: "2026-05-01T10:00:00Z", durationSeconds: 14_400, unit: "W" },
          periods: [
            { start: 0, limit: 6_000 },
            { start: 5_400, setpoint: -2_500, discharge: -3_000, mode: "central-setpoint", phases: 1 },
          ],
        },
      ],
    });
    const relative = profileOf(draft({ kind: "relative", unit: "A", hours: Number.NaN }));
    expect(relative.schedules).toEqual([{ id: 1, unit: "A", periods: [{ start: 0, limit: 6 }] }]);
  });

  it.each([
    [{}, undefined],
    [{ periods: [{ ...period, limit: Number.NaN }] }, "rates"],
    [{ periods: [period, period] }, "order"],
    [{ periods: [period, { ...period, hours: Number.NaN }] }, "order"],
    [{ periods: [{ ...period, hours: 1 }] }, "first"],
    [{ kind: "dynamic", periods: [period, { ...period, hours: 1 }] }, "one"],
    [{ startsAt: "" }, "start"],
    [{ startsAt: "", kind: "relative" }, undefined],
    [{ kind: "relative", purpose: "station-max" }, "relative"],
    [{ validFrom: "2026-05-02T00:00:00Z", validTo: "2026-05-01T00:00:00Z" }, "validity"],
  ] as const)("says what would keep a station from taking it: %j", (facts, expected) => {
    expect(fault(facts)).toBe(expected);
  });

  it("of one session needs one", () => {
    expect(fault({ purpose: "session" }, false)).toBe("session");
    expect(fault({ purpose: "session" })).toBeUndefined();
  });

  it("takes the place of its number and of its like, and gets a number nobody has", () => {
    const [mine, like, other] = [
      profileOf(draft()),
      profileOf(draft({ id: 1 })),
      profileOf(draft({ id: 2, stackLevel: 0 })),
    ];
    expect(heldWith([like, other, mine], mine).map(({ id }) => id)).toEqual([2, 5]);
    expect(freeNumber([like, other])).toBe(3);
    expect(freeNumber([])).toBe(1);
  });
});
