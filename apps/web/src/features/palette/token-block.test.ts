import { expect, it } from "vitest";
import { blockAsked } from "./token-block";

it("reads whom to block, verb first or last, in any of its words, and nothing into other words", () => {
  const words = ["block", "sperren"];
  const read = (text: string) => blockAsked(text, words);
  expect(["block CAFE01", "CAFE01 Sperren", "block van of Ada", "block"].map(read)).toEqual([
    "CAFE01",
    "CAFE01",
    "van of Ada",
    "",
  ]);
  expect(["CAFE01", "blockhouse 1", ""].map(read)).toEqual([undefined, undefined, undefined]);
});
