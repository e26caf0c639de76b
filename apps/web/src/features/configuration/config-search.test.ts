import { expect, it } from "vitest";
import { chosenOf, chosenSearch, fromText, searchOf, toText } from "./config-search";

it("stations in an address are read as they were written, whatever their names", () => {
  for (const chosen of [
    { is: "some" as const, ids: ["CS-1", "a,b", "Köln 3"] },
    { is: "all" as const, q: 'site:"Köln Süd"' },
  ]) {
    const { ids, q } = searchOf(chosen);
    expect(chosenOf({ ids: ids === undefined ? null : chosenSearch.ids.parse(ids), q: q ?? null })).toEqual(chosen);
  }
  expect(chosenOf({ ids: null, q: null })).toBeUndefined();
});

it("settings in an address are read as they were written; what is none is left out", () => {
  const settings = [{ variable: { component: "EVSE", evse: 1, name: "Power" }, value: "11" }];
  expect(fromText(toText(settings))).toEqual(settings);
  expect(fromText('[{"variable":{"name":"A"}},7]')).toEqual([]);
  expect(fromText("[{")).toBeUndefined();
  expect(fromText(null)).toBeUndefined();
});
