import { describe, expect, it } from "vitest";
import { retrieveTime, sessionVerdict, whyNotUpdated } from "./firmware";

const station = { vendor: "Volta", model: "V2", firmwareVersion: "1.0", clockSkewMs: 0 };
const now = new Date("2026-11-23T12:00:00Z");

describe("an update", () => {
  const work = { vendor: "volta", model: "v2", version: "2.0" };

  it("is for stations of its vendor and model, however they are written", () => {
    expect(whyNotUpdated(work, station)).toBeUndefined();
    expect(whyNotUpdated({ version: "2.0" }, { ...station, vendor: null })).toBeUndefined();
  });

  it.each([
    [{ ...station, vendor: "Ampere" }, "It is of Ampere, not of volta."],
    [{ ...station, vendor: null }, "It is of an unknown vendor, not of volta."],
    [{ ...station, model: "V3" }, "It is a V3, not a v2."],
    [{ ...station, firmwareVersion: "2.0" }, "It runs 2.0 already."],
  ])("is not for %o", (other, reason) => {
    expect(whyNotUpdated(work, other)).toBe(reason);
  });

  it("is fetched at once also where the clock is slow, and at its time where one is given", () => {
    expect(retrieveTime({}, station, now)).toBe("2026-11-23T12:00:00.000Z");
    expect(retrieveTime({}, { ...station, clockSkewMs: -7_200_000 }, now)).toBe("2026-11-23T10:00:00.000Z");
    expect(retrieveTime({}, { ...station, clockSkewMs: 7_200_000 }, now)).toBe("2026-11-23T12:00:00.000Z");
    const retrieveAt = "2026-11-24T01:00:00.000Z";
    expect(retrieveTime({ retrieveAt }, { ...station, clockSkewMs: -7_200_000 }, now)).toBe(retrieveAt);
  });
});

describe("a station that runs the new version", () => {
  const work = { version: "2.0", sessionWithinSeconds: 3600 };
  const shown = { since: now, firmwareVersion: "2.0", good: 0, bad: 0, told: true };
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

  it("is watched until a car has charged", () => {
    expect(sessionVerdict(work, shown, later(3599))).toBeUndefined();
    expect(sessionVerdict(work, { ...shown, bad: 2 }, later(10))).toBeUndefined();
    expect(sessionVerdict(work, { ...shown, bad: 2, good: 1 }, later(10))).toMatchObject({ state: "succeeded" });
  });

  it("has failed when sessions come to nothing", () => {
    expect(sessionVerdict(work, { ...shown, bad: 3 }, later(10))).toMatchObject({ state: "failed" });
    expect(sessionVerdict(work, { ...shown, bad: 1 }, later(3600))).toMatchObject({ state: "failed" });
  });

  it("stays unproven when nobody came", () => {
    expect(sessionVerdict(work, shown, later(3600))).toEqual({
      state: "unproven",
      reason: "it runs 2.0, but nobody came to charge in 1 h",
    });
  });

  it("has failed when it falls back, and is told again where somebody asked for that", () => {
    const fallen = { ...shown, firmwareVersion: "1.0" };
    expect(sessionVerdict(work, fallen, later(10))).toMatchObject({ reason: "it runs 1.0 again, not 2.0" });
    expect(sessionVerdict(work, { ...fallen, told: false }, later(10))).toEqual({ state: "waiting" });
  });
});
