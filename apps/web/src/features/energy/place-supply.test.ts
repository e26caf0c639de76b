import { describe, expect, it } from "vitest";
import { placeSupply } from "./place-supply";

describe("what limits at a place are converted by", () => {
  it("is asked of a person only where the station does not tell the phases", () => {
    const told = { phases: 3, volts: 231, phasesFrom: "variables" } as const;
    expect(placeSupply(told, 1)).toEqual({ ...told, direct: false, isAsked: false, isUsual: false });
    expect(placeSupply(undefined, undefined)).toEqual({ direct: false, isAsked: true, isUsual: true, volts: 230 });
    expect(placeSupply({ volts: 120 }, 1)).toMatchObject({
      phases: 1,
      phasesFrom: "person",
      volts: 120,
      isAsked: true,
    });
  });

  it("is nothing where it is direct current, told by the station or by a person", () => {
    expect(placeSupply({ direct: true }, 3)).toEqual({ direct: true, isAsked: false, isUsual: false });
    expect(placeSupply(undefined, 0)).toEqual({ direct: true, isAsked: true, isUsual: false });
  });
});
