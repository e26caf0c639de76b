import { describe, expect, it } from "vitest";
import { silence, silenceOf } from "./silence";

const now = Date.UTC(2026, 10, 23, 14);
const seen = (secondsAgo: number) => ({
  connected: true,
  lastSeenAt: new Date(now - secondsAgo * 1000),
  heartbeatSeconds: 60,
  now,
});

describe("a station's silence", () => {
  it.each([
    [0, "fresh"],
    [120, "fresh"],
    [121, "stale"],
    [300, "stale"],
    [301, "offline"],
  ])("of %d s at a heartbeat of 60 s makes it %s", (age, state) => expect(silence(seen(age))).toBe(state));

  it("needs no waiting when its socket is closed", () => {
    expect(silence({ ...seen(1), connected: false })).toBe("offline");
  });

  it("is complete before its first word", () => {
    expect(silence({ ...seen(0), lastSeenAt: undefined })).toBe("offline");
  });
});

describe("three lamps tell whose silence it is", () => {
  const all = (speaking: number) => ({ all: 39, speaking });
  it.each([
    ["us", { isOurs: true, station: "offline", others: all(0) }],
    ["us", { isOurs: true, station: "fresh", others: all(39) }],
    ["site", { isOurs: false, station: "offline", others: all(0) }],
    ["station", { isOurs: false, station: "offline", others: all(39) }],
    ["station", { isOurs: false, station: "stale", others: all(1) }],
    ["others", { isOurs: false, station: "fresh", others: all(0) }],
    ["unknown", { isOurs: false, station: "offline", others: undefined }],
    ["unknown", { isOurs: false, station: "offline", others: { all: 0, speaking: 0 } }],
    [undefined, { isOurs: false, station: "fresh", others: { all: 0, speaking: 0 } }],
    [undefined, { isOurs: false, station: "fresh", others: all(12) }],
  ] as const)("%s: %j", (whose, lamps) => expect(silenceOf(lamps)).toBe(whose));
});
