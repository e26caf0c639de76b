import { expect, it } from "vitest";
import { differenceOf } from "./difference-of";

it("shows only what moved, with both sides where there are two", () => {
  expect(differenceOf({ name: "North", limit: 100, note: null }, { name: "North", limit: 200, note: "new" })).toEqual([
    { field: "limit", before: "100", after: "200" },
    { field: "note", before: undefined, after: "new" },
  ]);
});

it("shows all that is said where nothing was before", () => {
  expect(differenceOf(null, { when: "now", writes: [{ value: "1" }] })).toEqual([
    { field: "when", before: undefined, after: "now" },
    { field: "writes", before: undefined, after: '[{"value":"1"}]' },
  ]);
});
