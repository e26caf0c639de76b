import { describe, expect, it } from "vitest";
import type { ConnectorView } from "../connectors/connector-view";
import { cutByReset, unavailableAt } from "./station-commands";

const connector = (facts: Partial<ConnectorView> = {}): ConnectorView => ({
  evse: 1,
  connector: 1,
  label: "1",
  status: "available",
  state: "available",
  ...facts,
});
const session = { id: "7", startedAt: new Date(0), energyWh: 31_000 };

describe("a command for a connector", () => {
  it("starts where nothing runs, with or without a cable", () => {
    expect(unavailableAt("start", connector())).toBeUndefined();
    expect(unavailableAt("start", connector({ state: "plugged-in" }))).toBeUndefined();
  });

  it.each(["faulted", "out-of-service", "offline"] as const)("never starts at one that is %s", (state) => {
    expect(unavailableAt("start", connector({ state }))).toBe(state);
  });

  it("starts nothing over a running session, and stops only that", () => {
    expect(unavailableAt("start", connector({ session }))).toBe("inSession");
    expect(unavailableAt("stop", connector({ session }))).toBeUndefined();
    expect(unavailableAt("stop", connector())).toBe("noSession");
  });
});

it("a reset says what it cuts", () => {
  expect(cutByReset([connector({ session }), connector(), connector({ session })])).toEqual({
    sessions: 2,
    energyWh: 62_000,
  });
});
