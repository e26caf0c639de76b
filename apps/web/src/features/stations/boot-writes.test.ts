import { expect, it } from "vitest";
import { toLines, toWrites } from "./boot-writes";

const variables = [{ variable: { component: "OCPPCommCtrlr", name: "HeartbeatInterval" }, value: "300" }];
const keys = [{ variable: { component: "", name: "HeartbeatInterval" }, value: "a = b" }];

it("reads back the lines it writes, with components and without", () => {
  expect(toWrites(toLines(variables), "variables")).toEqual(variables);
  expect(toWrites(toLines(keys), "keys")).toEqual(keys);
  expect(toWrites(toLines([...keys, ...variables]), "both")).toEqual([...keys, ...variables]);
  expect(toWrites("\n\n", "keys")).toEqual([]);
});

it("understands no line without a value or, in 2.x, without a component", () => {
  expect(toWrites("HeartbeatInterval", "keys")).toBeUndefined();
  expect(toWrites("HeartbeatInterval = 1", "variables")).toBeUndefined();
  expect(toWrites("= 1", "both")).toBeUndefined();
});
