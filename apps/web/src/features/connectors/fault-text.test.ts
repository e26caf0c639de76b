import { expect, it } from "vitest";
import { spellOut, vendorText } from "./fault-text";

it.each([
  ["GroundFailure", "ground failure"],
  ["EVCommunicationError", "EV communication error"],
  ["OverCurrentFailure", "over current failure"],
  ["RCD_DC", "RCD DC"],
])("a fault code %s is read as %s", (code, words) => expect(spellOut(code)).toBe(words));

it.each([
  [{ code: "OtherError", vendorCode: "RcdTripped" }, "rcd tripped"],
  [{ code: "GroundFailure", vendorCode: "0x2A" }, "0x2A"],
  [{ vendorCode: "RcdTripped" }, undefined],
])("what a vendor's code adds to %j is %s", (fault, words) => expect(vendorText(fault)).toBe(words));
