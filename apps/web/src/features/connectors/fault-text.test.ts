import { expect, it } from "vitest";
import { spellOut } from "./fault-text";

it.each([
  ["GroundFailure", "ground failure"],
  ["EVCommunicationError", "EV communication error"],
  ["OverCurrentFailure", "over current failure"],
  ["RCD_DC", "RCD DC"],
])("a fault code %s is read as %s", (code, words) => expect(spellOut(code)).toBe(words));
