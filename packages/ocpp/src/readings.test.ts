import { describe, expect, it } from "vitest";
import { type Sample, toReading } from "./readings";

const at = new Date("2026-05-01T10:00:00Z");

function read(...samples: Sample[]) {
  const notes: string[] = [];
  const { at: _, ...reading } = toReading(at, samples, (text) => notes.push(text));
  return { reading, notes };
}

it("takes a sample that names nothing for the import register in watt-hours", () => {
  expect(read({ value: "120400" })).toEqual({ reading: { energyWh: 120_400 }, notes: [] });
});

it.each([
  ["energyWh", 32_300, { measurand: "Energy.Active.Import.Register", value: "32.3", unit: "kWh" }],
  ["energyWh", 1_100_000, { measurand: "Energy.Active.Import.Register", value: 1.1, unit: "MWh" }],
  ["powerW", 10_400, { measurand: "Power.Active.Import", value: 10.4, unit: "kW" }],
  ["offeredW", 11_000, { measurand: "Power.Offered", value: "11", unit: "kW" }],
  ["stateOfCharge", 41.5, { measurand: "SoC", value: "41.5", unit: "Percent", location: "EV" }],
  ["stateOfCharge", 41, { measurand: "SoC", value: 41 }],
] as const)("brings %s to %d in its base unit", (column, value, sample) => {
  expect(read(sample)).toEqual({ reading: { [column]: value }, notes: [] });
});

describe("the same measured twice", () => {
  const outlet = { value: 100, location: "Outlet" };
  const inlet = { value: 900, location: "Inlet" };

  it("counts at the outlet, wherever it stands in the list", () => {
    const kept = [{ measurand: "Energy.Active.Import.Register", ...inlet }];
    expect(read(inlet, outlet).reading).toEqual({ energyWh: 100, rest: kept });
    expect(read(outlet, inlet).reading).toEqual({ energyWh: 100, rest: kept });
  });

  it("counts elsewhere when nothing is said of the outlet", () => {
    expect(read(inlet).reading).toEqual({ energyWh: 900 });
  });

  it("counts once, the first time", () => {
    expect(read({ value: 1 }, { value: 2, context: "Transaction.End" }).reading).toEqual({
      energyWh: 1,
      rest: [{ measurand: "Energy.Active.Import.Register", value: 2, context: "Transaction.End" }],
    });
  });
});

describe("values per phase", () => {
  const power = (phase: string, value: number) => ({ measurand: "Power.Active.Import", phase, value, unit: "W" });

  it("add up to the power when no total is said", () => {
    const phases = [power("L1", 2300), power("L2", 2310), power("L3-N", 2290)];
    expect(read(...phases).reading).toEqual({ powerW: 6900, rest: phases });
  });

  it("leave a total that is said alone", () => {
    const total = { measurand: "Power.Active.Import", value: 7000, unit: "W" };
    expect(read(power("L1", 2300), total).reading.powerW).toBe(7000);
  });

  it("never add up to a register", () => {
    const { reading } = read({ value: 100, phase: "L1" }, { value: 200, phase: "L2" });
    expect(reading.energyWh).toBeUndefined();
    expect(reading.rest).toHaveLength(2);
  });
});

describe("what is not understood", () => {
  it.each([
    [{ value: "12,5" }, 'Energy.Active.Import.Register of "12,5" not understood: kept, not counted'],
    [{ value: "" }, 'Energy.Active.Import.Register of "" not understood: kept, not counted'],
    [{ value: "7", unit: "W" }, 'Energy.Active.Import.Register of "7" W not understood: kept, not counted'],
    [{ measurand: "SoC", value: 7, unit: "K" }, "SoC of 7 K not understood: kept, not counted"],
  ])("is kept as it was said, and noted: %o", (sample, note) => {
    const { reading, notes } = read(sample);
    expect(reading).toEqual({ rest: [{ measurand: "Energy.Active.Import.Register", ...sample }] });
    expect(notes).toEqual([note]);
  });

  it("does not disturb what is: a vendor's own measurand is kept without a word", () => {
    const own = { measurand: "X-Wattle.Fan", value: "2100", unit: "rpm" };
    expect(read(own, { value: 5 })).toEqual({ reading: { energyWh: 5, rest: [own] }, notes: [] });
  });
});

it("keeps a signed value whole beside the number that it signs", () => {
  const signed = { signedMeterData: "b2NtZg==", encodingMethod: "OCMF" };
  expect(read({ value: 127_900, signed })).toEqual({
    reading: { energyWh: 127_900, rest: [{ measurand: "Energy.Active.Import.Register", value: 127_900, signed }] },
    notes: [],
  });
});
