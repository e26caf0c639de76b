import { expect, it } from "vitest";
import { toLines, toSettings } from "./setting-lines";

it("what is written as lines is read as it was, with all that names a variable", () => {
  const settings = [
    { variable: { component: "", name: "HeartbeatInterval" }, value: "60" },
    { variable: { component: "", name: "MeterPublicKey[1]" }, value: "a = b" },
    { variable: { component: "OCPPCommCtrlr", name: "HeartbeatInterval" }, value: "" },
    { variable: { component: "EVSE", evse: 1, name: "Power" }, value: "11" },
    { variable: { component: "Connector", evse: 1, connector: 2, name: "Available" }, value: "true" },
    { variable: { component: "Display", componentInstance: "front", name: "Text", instance: "en" }, value: "Hi, you" },
  ];
  expect(toSettings(toLines(settings))).toEqual(settings);
});

it("empty lines and spaces say nothing; a line that cannot be read makes none of it count", () => {
  expect(toSettings("\n  HeartbeatInterval=60  \n\n")).toEqual([
    { variable: { component: "", name: "HeartbeatInterval" }, value: "60" },
  ]);
  for (const line of ["HeartbeatInterval", "= 60", "A.B.C(1 = 2", "two words = 1"])
    expect(toSettings(line)).toBeUndefined();
});
