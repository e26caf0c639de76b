import { expect, it } from "vitest";
import { toLines, toWrites } from "./boot-writes";

it("reads back the lines it writes, with components and without", () => {
  const writes = [{ variable: { component: "OCPPCommCtrlr", name: "HeartbeatInterval" }, value: "300" }];
  expect(toWrites(toLines(writes, false), false)).toEqual(writes);
  const keys = [{ variable: { component: "", name: "HeartbeatInterval" }, value: "a = b" }];
  expect(toWrites(toLines(keys, true), true)).toEqual(keys);
  expect(toWrites("\n\n", true)).toEqual([]);
});

it("understands no line without a value or, in 2.x, without a component", () => {
  expect(toWrites("HeartbeatInterval", true)).toBeUndefined();
  expect(toWrites("HeartbeatInterval = 1", false)).toBeUndefined();
});
