import { expect, it } from "vitest";
import { createRecentAnswers } from "./recent-answers";

it("gives the same message its first answer, and another message none", () => {
  const recent = createRecentAnswers();
  recent.keep("[2,1]", "[3,1]");
  recent.keep("[2,2]", "[3,2]");
  expect([recent.answerTo("[2,1]"), recent.answerTo("[2,2]"), recent.answerTo("[2,3]")]).toEqual([
    "[3,1]",
    "[3,2]",
    undefined,
  ]);
});

it("forgets the older ones and does not keep a long one", () => {
  const recent = createRecentAnswers();
  for (const id of [1, 2, 3]) recent.keep(`[2,${id}]`, `[3,${id}]`);
  recent.keep("x".repeat(10_000), "long");
  expect(recent.answerTo("[2,1]")).toBeUndefined();
  expect(recent.answerTo("[2,3]")).toBe("[3,3]");
  expect(recent.answerTo("x".repeat(10_000))).toBeUndefined();
});
