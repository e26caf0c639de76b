import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCentre, type OpenStream, type ToTab } from "./centre";
import type { LiveMessage } from "./message";

type Listener = Parameters<OpenStream>[1];

function centre() {
  const opened: { cursor: string; listener: Listener; closed: boolean }[] = [];
  const { attach } = createCentre((cursor, listener) => {
    const stream = { cursor, listener, closed: false };
    opened.push(stream);
    return () => {
      stream.closed = true;
    };
  });
  return {
    opened,
    says: (message: LiveMessage) => opened.at(-1)?.listener.onMessage(message),
    open(cursor: string) {
      const said: ToTab[] = [];
      const leave = attach({ post: (message) => said.push(message) }, cursor);
      return {
        leave,
        /** What this tab was told has happened. */
        told: () =>
          said.flatMap((each) =>
            each.say === "message" && each.message.kind === "events"
              ? each.message.events.map(({ event }) => (event.type === "token.changed" ? event.token : ""))
              : [],
          ),
        messages: () => said.filter(({ say }) => say === "message").length,
        refetches: () => said.filter((each) => each.say === "message" && each.message.kind === "refetch").length,
      };
    },
  };
}

const page = (cursor: string): LiveMessage => ({
  kind: "events",
  cursor,
  events: [{ at: 0, receivedAt: 0, event: { type: "token.changed", token: cursor } }],
  left: 0,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("one stream for all tabs", () => {
  it("opens with the first tab's cursor and closes with the last tab", () => {
    const { opened, open } = centre();
    const first = open("a");
    const second = open("a");
    expect(opened.map(({ cursor }) => cursor)).toEqual(["a"]);
    first.leave();
    expect(opened[0]?.closed).toBe(false);
    second.leave();
    expect(opened[0]?.closed).toBe(true);
    open("z");
    expect(opened.at(-1)?.cursor).toBe("z");
  });

  it("tells every tab everything", () => {
    const { says, open } = centre();
    const tabs = [open("a"), open("a")];
    says(page("b"));
    expect(tabs.map(({ told }) => told())).toEqual([["b"], ["b"]]);
  });

  it("tells a new tab what came after its page was drawn, and no more", () => {
    const { says, open } = centre();
    open("a");
    for (const cursor of ["b", "c", "d"]) says(page(cursor));
    const late = open("b");
    expect(late.told()).toEqual(["c", "d"]);
    expect(late.messages(), "as few as hold it: each costs a redraw").toBe(1);
    expect(open("d").told()).toEqual([]);
  });

  it("waits when the page is newer than the stream, and lets it be when the stream gets there", () => {
    const { says, open } = centre();
    open("a");
    const ahead = open("b");
    says(page("b"));
    says(page("c"));
    vi.advanceTimersByTime(10_000);
    expect(ahead.told()).toEqual(["b", "c"]);
    expect(ahead.refetches()).toBe(0);
  });

  it("asks a page that is too old to fetch everything anew", () => {
    const { says, open } = centre();
    open("a");
    says(page("b"));
    const old = open("long-ago");
    vi.advanceTimersByTime(10_000);
    expect(old.refetches()).toBe(1);
  });
});
