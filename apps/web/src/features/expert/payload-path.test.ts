import { describe, expect, it } from "vitest";
import { namesIn, pathText, valueAt, withValue } from "./payload-path";

const payload = { evseId: 1, list: [{ a: 1 }, { a: 2 }], customData: { vendorId: "x" } };

it("a path reads as the check of a message spells it", () => {
  expect(pathText([])).toBe("$");
  expect(pathText(["list", 1, "a"])).toBe("$.list[1].a");
  expect(pathText(["odd name", "0"])).toBe('$["odd name"][0]');
});

describe("a value", () => {
  it("is found at its path, or not at all", () => {
    expect(valueAt(payload, ["list", 1, "a"])).toBe(2);
    expect(valueAt(payload, ["list", "1"])).toBeUndefined();
    expect(valueAt(payload, ["evseId", "a"])).toBeUndefined();
    expect(valueAt(payload, ["toString"])).toBeUndefined();
  });

  it("is changed without touching anything else", () => {
    expect(withValue(payload, ["list", 0, "a"], 9)).toEqual({ ...payload, list: [{ a: 9 }, { a: 2 }] });
    expect(payload.list[0]).toEqual({ a: 1 });
    expect(Object.keys(Object(withValue(payload, ["evseId"], 2)))).toEqual(["evseId", "list", "customData"]);
  });

  it("makes the way to it", () => {
    expect(withValue({}, ["a", "b"], 1)).toEqual({ a: { b: 1 } });
    expect(withValue({ a: "text" }, ["a", 0], 1)).toEqual({ a: [1] });
  });

  it("is taken away, and a list closes the gap", () => {
    expect(withValue(payload, ["list", 0], undefined)).toEqual({ ...payload, list: [{ a: 2 }] });
    expect(namesIn(withValue(payload, ["evseId"], undefined))).toEqual(["list", "customData"]);
  });
});
