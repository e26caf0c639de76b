import { describe, expect, it } from "vitest";
import { driftOf, type Knowledge, planFor, type Reported } from "./plan";
import type { Desired } from "./template";

const wanted = (name: string, value: string): Desired => ({
  variable: { component: "", name },
  value,
  key: name.toLowerCase(),
  template: { id: 1, name: "Base" },
});
const knows = (reported: Record<string, Reported>, more: Partial<Knowledge> = {}): Knowledge => ({
  reported: new Map(Object.entries(reported)),
  isWhole: false,
  afterReboot: new Set(),
  ...more,
});
const planOf = (name: string, value: string, knowledge: Knowledge) => planFor([wanted(name, value)], knowledge)[0];

describe("the plan for a variable", () => {
  it("writes what is something else, and says from what", () => {
    expect(planOf("Interval", "60", knows({ interval: { value: "300" } }))).toMatchObject({
      is: "write",
      from: "300",
      value: "60",
      needsReboot: false,
    });
  });

  it("says where it holds only after a boot", () => {
    const knowledge = knows({ apn: { value: "a" } }, { afterReboot: new Set(["apn"]) });
    expect(planOf("Apn", "b", knowledge)).toMatchObject({ is: "write", needsReboot: true });
  });

  it.each([
    ["60", "60"],
    ["60", "60.0"],
    ["true", "True"],
    ["Voltage,SoC", "Voltage, SoC"],
  ])("writes nothing that is there already: %s where the station says %s", (value, from) => {
    expect(planOf("Interval", value, knows({ interval: { value: from } }))).toMatchObject({ is: "already", from });
  });

  it("skips what cannot be written", () => {
    const knowledge = knows({ serial: { value: "A", mutability: "read-only" } });
    expect(planOf("Serial", "B", knowledge)).toMatchObject({ is: "read-only", from: "A" });
  });

  it("leaves alone what can never be read back", () => {
    expect(planOf("Key", "B", knows({ key: { mutability: "write-only" } }))).toMatchObject({ is: "write-only" });
  });

  it("reads first what was never read, which is not the same as something else", () => {
    expect(planOf("Interval", "60", knows({}))).toMatchObject({ is: "never-read" });
    expect(planOf("Interval", "60", knows({ interval: {} }))).toMatchObject({ is: "never-read" });
  });

  it("knows that a station does not have it: it told all it has, or was asked for it by name", () => {
    expect(planOf("Interval", "60", knows({}, { isWhole: true }))).toMatchObject({ is: "unknown" });
    expect(planOf("Interval", "60", knows({}, { asked: new Set(["interval"]) }))).toMatchObject({ is: "unknown" });
  });
});

describe("drift", () => {
  const desired = [wanted("A", "1"), wanted("B", "2"), wanted("C", "3"), wanted("D", "4")];

  it("is what is known to be something else, also where it cannot be written", () => {
    const reported = new Map<string, Reported>([
      ["a", { value: "1" }],
      ["b", { value: "9" }],
      ["c", { value: "8", mutability: "read-only" }],
    ]);
    expect(driftOf(desired, reported).map(({ key, value, reported: is }) => [key, value, is])).toEqual([
      ["b", "2", "9"],
      ["c", "3", "8"],
    ]);
  });

  it("is not what was never read", () => {
    expect(driftOf(desired, new Map())).toEqual([]);
    expect(driftOf(desired, new Map([["a", {}]]))).toEqual([]);
  });
});
