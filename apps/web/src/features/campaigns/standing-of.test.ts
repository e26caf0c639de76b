import { describe, expect, it } from "vitest";
import { standingOf } from "./standing-of";

const now = Date.UTC(2026, 10, 23, 14);
const tonight = new Date(now + 8 * 3_600_000);

describe("how a campaign stands", () => {
  it("is scheduled until its time has come, then running", () => {
    expect(standingOf({ status: "running", startsAt: tonight }, now)).toBe("scheduled");
    expect(standingOf({ status: "running", startsAt: tonight }, tonight.getTime())).toBe("running");
    expect(standingOf({ status: "running" }, now)).toBe("running");
  });

  it("is what a person made of it before its time", () => {
    expect(standingOf({ status: "paused", startsAt: tonight }, now)).toBe("paused");
    expect(standingOf({ status: "stopped", startsAt: tonight }, now)).toBe("stopped");
  });
});
