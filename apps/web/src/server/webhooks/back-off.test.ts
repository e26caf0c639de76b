import { describe, expect, it } from "vitest";
import { mostAttempts, retryAfterMs, waitAfter } from "./back-off";

const hour = 3_600_000;

describe("waiting after a failure", () => {
  it("grows from ten seconds to a day, and lasts about three days in all", () => {
    const waits = Array.from({ length: mostAttempts - 1 }, (_, index) => waitAfter(index + 1, { chance: 0.5 }));

    expect(waits.slice(0, 3)).toEqual([10_000, 30_000, 90_000]);
    expect(Math.max(...waits)).toBe(24 * hour);
    const total = waits.reduce((sum, ms) => sum + ms, 0) / hour;
    expect(total).toBeGreaterThan(70);
    expect(total).toBeLessThan(80);
  });

  it("is spread, so that what failed together does not come back together", () => {
    expect(waitAfter(1, { chance: 0 })).toBeLessThan(waitAfter(1, { chance: 1 }));
  });

  it("is as long as the receiver asks for, up to a day", () => {
    expect(waitAfter(1, { chance: 0.5, retryAfterMs: 120_000 })).toBe(120_000);
    expect(waitAfter(5, { chance: 0.5, retryAfterMs: 1_000 })).toBe(810_000);
    expect(waitAfter(1, { chance: 0.5, retryAfterMs: 100 * hour })).toBe(24 * hour);
  });
});

describe("Retry-After", () => {
  const now = new Date("2026-11-23T12:00:00Z");
  it.each([
    ["120", 120_000],
    ["Mon, 23 Nov 2026 12:01:00 GMT", 60_000],
    ["Mon, 23 Nov 2026 11:00:00 GMT", undefined],
    ["soon", undefined],
    ["0", undefined],
    [undefined, undefined],
  ])("%s is %s ms", (said, ms) => {
    expect(retryAfterMs(said, now)).toBe(ms);
  });
});
