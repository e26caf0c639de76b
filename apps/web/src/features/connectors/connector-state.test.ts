import { describe, expect, it } from "vitest";
import { connectorState } from "./connector-state";

describe("a connector's state", () => {
  it.each([
    ["available", undefined, "available"],
    ["occupied", undefined, "plugged-in"],
    ["occupied", "charging", "charging"],
    ["occupied", "paused-by-car", "paused-by-car"],
    ["occupied", "unplug", "unplug"],
    ["reserved", undefined, "reserved"],
    ["unavailable", undefined, "out-of-service"],
    ["faulted", undefined, "faulted"],
  ] as const)("%s, %s is %s", (status, activity, state) => {
    expect(connectorState({ status, activity, connected: true })).toBe(state);
  });

  it("is offline while the station is silent, whatever it said last", () => {
    expect(connectorState({ status: "faulted", connected: false })).toBe("offline");
  });

  it("forgets an activity that belongs to a status that is over", () => {
    expect(connectorState({ status: "available", activity: "charging", connected: true })).toBe("available");
  });
});
