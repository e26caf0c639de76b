import { expect, it } from "vitest";
import { closest } from "./closest";

const states = ["Available", "Occupied", "Reserved", "Unavailable", "Faulted"];

it.each([
  ["Ocupied", "Occupied"],
  ["available", "Available"],
  ["Foulted", "Faulted"],
])("takes %s for %s", (said, meant) => expect(closest(states, said)).toBe(meant));

it("does not guess", () => expect(closest(states, "Charging")).toBeUndefined());
