import { describe, expect, it } from "vitest";
import { everyFault } from "./every-fault";

const profile = {
  evseId: 1,
  chargingProfile: {
    id: 1,
    stackLevel: 0,
    chargingProfilePurpose: "TxDefaultProfile",
    chargingProfileKind: "Absolute",
    chargingSchedule: [{ id: 1, chargingRateUnit: "W", chargingSchedulePeriod: [{ startPeriod: 0, limit: 7_400 }] }],
  },
};

describe("what is wrong with a call", () => {
  it("is nothing when it may be sent", async () => {
    expect(await everyFault("2.0.1", "SetChargingProfile", profile)).toEqual([]);
  });

  it("is told of every place at once, the one that would be refused first", async () => {
    const { stackLevel: _, ...chargingProfile } = profile.chargingProfile;
    const schedule = [
      { id: "one", chargingRateUnit: "kW", chargingSchedulePeriod: [{ startPeriod: 0, limit: 7_400 }] },
    ];
    const faults = await everyFault("2.0.1", "SetChargingProfile", {
      evse: 1,
      chargingProfile: { ...chargingProfile, chargingSchedule: schedule },
    });
    expect(faults.map(({ path }) => path).sort()).toEqual([
      "$.chargingProfile.chargingSchedule[0].chargingRateUnit",
      "$.chargingProfile.chargingSchedule[0].id",
      "$.chargingProfile.stackLevel",
      "$.evse",
      "$.evseId",
    ]);
  });

  it("is that there is no such call, where there is none", async () => {
    expect(await everyFault("1.6", "SetVariables", {})).toMatchObject([{ path: "$" }]);
  });

  it("goes by the station's own version", async () => {
    expect(await everyFault("2.1", "Reset", { type: "ImmediateAndResume" })).toEqual([]);
    expect(await everyFault("2.0.1", "Reset", { type: "ImmediateAndResume" })).toMatchObject([{ path: "$.type" }]);
  });
});
