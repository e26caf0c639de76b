import { expect, it } from "vitest";
import { neighbours } from "./stepping";

const list = ["/stations/CS-1", "/stations/CS-12", "/stations/CS-3"];

it("steps to the next page of the list that was left, and back", () => {
  expect(neighbours("/stations/CS-12", list)).toEqual({ previous: "/stations/CS-1", next: "/stations/CS-3" });
});

it("stays on the tab that one looks at", () => {
  expect(neighbours("/stations/CS-12/messages", list)).toEqual({
    previous: "/stations/CS-1/messages",
    next: "/stations/CS-3/messages",
  });
});

it("ends where the list does", () => {
  expect(neighbours("/stations/CS-1", list)).toEqual({ previous: undefined, next: "/stations/CS-12" });
  expect(neighbours("/stations/CS-3", list)).toEqual({ previous: "/stations/CS-12", next: undefined });
});

it("knows no neighbours of what was not in the list", () => {
  expect(neighbours("/stations/CS-9", list)).toBeUndefined();
  expect(neighbours("/stations", list)).toBeUndefined();
});
