import { describe, expect, it } from "vitest";
import { checkValue, editorOf, isYes, joinMembers, members, yesOrNo } from "./editor";
import type { VariableRow } from "./variable-view";

const row = (facts: Partial<VariableRow>): VariableRow => ({
  key: "interval",
  group: "connection",
  variable: { component: "", name: "Interval" },
  mutability: "read-write",
  ...facts,
});

describe("the editor of a variable", () => {
  it("is none where the station allows no writing, whatever the type", () => {
    expect(editorOf(row({ type: "boolean", mutability: "read-only" }))).toEqual({ kind: "none" });
  });

  it("is a plain text where the station told nothing about it", () => {
    expect(editorOf(row({}))).toEqual({ kind: "text" });
    expect(editorOf(row({ type: "option-list" }))).toEqual({ kind: "text" });
  });

  it("carries the station's own unit and limits", () => {
    expect(editorOf(row({ type: "integer", unit: "s", min: 1, max: 600 }))).toEqual({
      kind: "number",
      isWhole: true,
      unit: "s",
      min: 1,
      max: 600,
    });
  });
});

describe("a value held against the station's limits", () => {
  const editor = editorOf(row({ type: "integer", min: 1, max: 600 }));
  it.each([
    ["0", { fault: "min", limit: 1 }],
    ["601", { fault: "max", limit: 600 }],
    ["1.5", { fault: "whole" }],
    ["soon", { fault: "number" }],
    ["", { fault: "number" }],
    ["60", undefined],
  ])("%s", (value, fault) => expect(checkValue(editor, value)).toEqual(fault));
});

describe("a yes", () => {
  it("is read in any spelling", () => {
    expect(["true", "True", "1", "yes"].every(isYes)).toBe(true);
    expect(isYes(undefined)).toBe(false);
  });
  it("is written as the station spells it", () => {
    expect(yesOrNo(true, "False")).toBe("True");
    expect(yesOrNo(false, "true")).toBe("false");
  });
});

it("a set of members keeps the station's order", () => {
  const order = members("Voltage, Current.Import,SoC");
  expect(joinMembers(new Set(["SoC", "Voltage"]), order)).toBe("Voltage,SoC");
});
