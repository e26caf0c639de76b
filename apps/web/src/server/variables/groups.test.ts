import { describe, expect, it } from "vitest";
import { groupOf } from "./groups";

const group = (component: string, name: string) => groupOf({ component, name });

describe("a variable's chapter", () => {
  it("is that of its component, whatever the case of its letters", () => {
    expect(group("OCPPCommCtrlr", "HeartbeatInterval")).toBe("connection");
    expect(group("ocppcommctrlr", "HeartbeatInterval")).toBe("connection");
    expect(group("EVSE", "Power")).toBe("topology");
  });

  it("is that of its key in 1.6, with or without an index", () => {
    expect(group("", "heartbeatinterval")).toBe("connection");
    expect(group("", "MeterPublicKey[1]")).toBe("metering");
  });

  it("is hardware for parts of the machine and vendor for what only its maker knows", () => {
    expect(group("Contactor", "Tripped")).toBe("hardware");
    expect(group("AcmeMagicCtrlr", "Level")).toBe("vendor");
    expect(group("com.acme.Fan", "Speed")).toBe("vendor");
    expect(group("", "AcmeFanSpeed")).toBe("vendor");
  });
});
