import { expect, it } from "vitest";
import { searchOf } from "./saved-view";

it("says what a list shows in one order, however it came about, and leaves out what is usual", () => {
  const search = searchOf({ sort: "-power", q: 'site:"Köln Süd"', cols: null, look: undefined });
  expect(search).toBe("q=site%3A%22K%C3%B6ln+S%C3%BCd%22&sort=-power");
  expect(searchOf({ look: "", q: "", sort: "" })).toBe("");
  expect(searchOf(Object.fromEntries(new URLSearchParams(search)))).toBe(search);
});
