import { describe, expect, it } from "vitest";
import type { ToTab } from "./centre";
import { type Connection, freshConnection, heard, streamState } from "./connection";

const start = 1_700_000_000_000;
const alive = { say: "message", message: { kind: "alive", at: 0 } } as const;
const events = (left: number): ToTab => ({
  say: "message",
  message: { kind: "events", cursor: "c", events: [], left },
});
const is = (connection: Connection, secondsLater: number) => streamState(connection, start + secondsLater * 1_000).is;

describe("the connection pill", () => {
  it("is live while the line speaks, from the moment the page was drawn", () => {
    expect(is(freshConnection(start), 1)).toBe("live");
    const later = heard(freshConnection(start), alive, start + 60_000);
    expect(is(later, 61)).toBe("live");
  });

  it("is delayed when the line falls silent, and offline when it stays so", () => {
    const open = heard(freshConnection(start), alive, start);
    expect(is(open, 5)).toBe("live");
    expect(is(open, 6)).toBe("delayed");
    expect(is(open, 16)).toBe("offline");
  });

  it("is offline within five seconds of a break, with the time of what it shows", () => {
    const lost = heard(heard(freshConnection(start), alive, start), { say: "line", line: "lost" }, start + 1_000);
    expect(is(lost, 2)).toBe("live");
    expect(streamState(lost, start + 3_000)).toEqual({ is: "offline", lastAt: new Date(start) });
  });

  it("says nothing of a break that heals at once", () => {
    const lost = heard(freshConnection(start), { say: "line", line: "lost" }, start);
    const back = heard(lost, alive, start + 2_000);
    expect(is(back, 3)).toBe("live");
  });

  it("counts down while the past is told", () => {
    const catchingUp = heard(freshConnection(start), events(1_204), start);
    expect(streamState(catchingUp, start)).toMatchObject({ is: "catching-up", left: 1_204 });
    expect(is(heard(catchingUp, events(0), start), 0)).toBe("live");
    expect(is(heard(catchingUp, { say: "message", message: { kind: "refetch", cursor: "c" } }, start), 0)).toBe("live");
  });

  it("is offline at once for a person who was signed out", () => {
    expect(is(heard(freshConnection(start), { say: "line", line: "signed-out" }, start), 0)).toBe("offline");
  });
});
