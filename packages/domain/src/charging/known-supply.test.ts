import { describe, expect, it } from "vitest";
import { knownSupply, type ToldVariable } from "./known-supply";

const variable = (facts: Partial<ToldVariable>): ToldVariable => ({
  ...{ component: "", name: "SupplyPhases", value: "3" },
  ...facts,
});
const volts = (phase: string, value: number | string) => ({ measurand: "Voltage", phase, value });
const supply = (variables: ToldVariable[], measured: ReturnType<typeof volts>[] = [], evse = 1) =>
  knownSupply(evse, { variables, measured });

describe("the phases at an evse", () => {
  it.each([
    ["nobody told", [], {}],
    ["its own", [variable({ evse: 1, value: "1" }), variable({ evse: 2 })], { phases: 1, phasesFrom: "variables" }],
    [
      "its connector's",
      [variable({ evse: 1 }), variable({ evse: 1, connector: 1, value: "1" })],
      { phases: 1, phasesFrom: "variables" },
    ],
    ["the station's", [variable({ value: "1" }), variable({ evse: 2 })], { phases: 1, phasesFrom: "variables" }],
    [
      "none, which is direct current",
      [variable({ evse: 1, connector: 1, value: "0" }), variable({})],
      { direct: true },
    ],
    ["no number", [variable({ evse: 1, value: "many" }), variable({ evse: 1, value: "" })], {}],
    [
      "how they are turned",
      [variable({ name: "ConnectorPhaseRotation", value: "0.RST, 1.RTS,11.Unknown" })],
      { phases: 3, phasesFrom: "variables" },
    ],
    ["that they are not turned", [variable({ name: "ConnectorPhaseRotation", value: "0.RST,1.NotApplicable" })], {}],
  ] as const)("are what the variables say: %s", (_name, variables, expected) => {
    expect(supply([...variables])).toEqual(expected);
  });

  it("are seen in the voltages, unless only one is told", () => {
    expect(supply([], [volts("L1", 231), volts("L2", "229"), volts("L3", 230)])).toEqual({
      ...{ volts: 230, phases: 3, phasesFrom: "readings" },
    });
    expect(supply([], [volts("L1-N", 120), volts("L2-N", 0), volts("L3-N", 0)])).toMatchObject({
      volts: 120,
      phases: 1,
    });
    expect(supply([], [volts("L1-N", 230)])).toEqual({ volts: 230 });
    // Between two phases, or of a car's battery.
    expect(supply([], [volts("L1-L2", 400)])).toEqual({});
  });
});
