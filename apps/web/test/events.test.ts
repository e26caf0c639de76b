import { insertEvents } from "@chargehand/db/events";
import type { DomainEvent } from "@chargehand/domain/event";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventPage } from "../src/server/events/event-page";
import { eventStream } from "../src/server/events/event-stream";
import { openConsole, type TestConsole, viewer } from "./console";
import { addStation } from "./network";

let house: TestConsole;
let station: number;
let leaving: AbortController;
beforeEach(async () => {
  house = await openConsole();
  station = (await addStation(house, { identity: "CS-1" })).id;
  leaving = new AbortController();
});
afterEach(async () => {
  leaving.abort();
  await house.close();
});

const token = (name: string): DomainEvent => ({ type: "token.changed", token: name });
const page = (after: string, more: Partial<Parameters<typeof eventPage>[1]> = {}) =>
  eventPage(house.pool, { after, limit: 100, ...more });

/** A page that holds so many events: a writer in any database of the server holds events back for a moment. */
async function pageOf(count: number, after: string, more: Partial<Parameters<typeof eventPage>[1]> = {}) {
  let found = await page(after, more);
  await waitFor(
    async () => {
      found = await page(after, more);
      return found.events.length === count;
    },
    { what: `${count} events` },
  );
  return found;
}

describe("a page of events", () => {
  it("tells each in the shape that is promised, and where to read on", async () => {
    const { cursor } = await page("now");
    const at = new Date("2026-11-23T10:00:00.000Z");
    await insertEvents(house.pool, [
      { station, at, event: { type: "session.started", session: 7, token: "DEADBEEF" } },
      { event: token("A") },
    ]);

    const { events, cursor: next, more } = await pageOf(2, cursor);

    expect(events).toEqual([
      {
        id: expect.any(String),
        type: "session.started",
        at: at.toISOString(),
        receivedAt: expect.stringMatching(/^20.*Z$/),
        station: { id: "CS-1", number: station },
        data: { session: 7, token: "DEADBEEF" },
      },
      expect.objectContaining({ type: "token.changed", station: null, data: { token: "A" } }),
    ]);
    expect(next).toBe(events.at(-1)?.id);
    expect(more).toBe(false);
    expect(await page(next)).toEqual({ events: [], cursor: next, more: false });
  });

  it("leads through the whole story in pages, by any filter, without a hole and without a repetition", async () => {
    const other = (await addStation(house, { identity: "CS-2" })).id;
    const names = Array.from({ length: 2_600 }, (_, number) => String(number));
    await insertEvents(
      house.pool,
      names.map((name, number) => ({ station: number % 100 === 0 ? other : station, event: token(name) })),
    );
    await pageOf(26, "beginning", { stations: ["CS-2"] });

    const read = async (more: Partial<Parameters<typeof eventPage>[1]>) => {
      const found: unknown[] = [];
      for (let after = "beginning", again = true; again; ) {
        const part = await page(after, more);
        found.push(...part.events.map(({ data }) => data.token));
        after = part.cursor;
        again = part.more;
      }
      return found;
    };

    expect(await read({ limit: 999 })).toEqual(names);
    const every100th = names.filter((_, number) => number % 100 === 0);
    expect(await read({ limit: 7, stations: ["CS-2"], types: ["token.changed"] })).toEqual(every100th);
    expect(await read({ types: ["session.ended"] })).toEqual([]);
  });

  it("refuses a cursor that is none of ours, and one of a story that is not told here", async () => {
    await expect(page("yesterday")).rejects.toMatchObject({ reason: "foreign" });
    await expect(page("999999999999-1")).rejects.toMatchObject({ reason: "gone" });
  });
});

describe("the stream of events", () => {
  it("tells what was missed, then what happens, each with its cursor as its id", async () => {
    const { cursor } = await page("now");
    await insertEvents(house.pool, [{ station, event: token("before") }]);
    const stream = await open(cursor);
    await stream.until("before");
    await happens("after");
    const text = await stream.until("after");

    const ids = [...text.matchAll(/^id: (\S+)\ndata: (.+)$/gm)];
    expect(ids.map(([, id, data]) => [id, JSON.parse(data ?? "").data.token])).toEqual(
      ids.map(([, id], index) => [id, ["before", "after"][index]]),
    );
    expect(ids.map(([, id, data]) => JSON.parse(data ?? "").id === id)).toEqual([true, true]);
  });

  it("resumes after the last id without a hole or a repetition, however much came meanwhile", async () => {
    const first = await open("now");
    await first.until("retry");
    await happens("0");
    const cursor = /^id: (\S+)\ndata/m.exec(await first.until('"token":"0"'))?.[1] ?? "";
    await first.leave();
    const names = Array.from({ length: 1_700 }, (_, number) => String(number + 1));
    await insertEvents(
      house.pool,
      names.map((name) => ({ station, event: token(name) })),
    );

    const second = await open(cursor);
    const text = await second.until('"token":"1700"');

    expect([...text.matchAll(/"token":"(\d+)"/g)].map(([, name]) => name)).toEqual(names);
  });

  it("goes on from the database for a reader who is too slow for what happens", async () => {
    const stream = await open("now");
    await stream.until("retry");
    await happens("first");
    await stream.until("first");
    // Nobody reads; far more happens than waits for one reader.
    const names = Array.from({ length: 6_000 }, (_, number) => String(number));
    for (let at = 0; at < names.length; at += 1_000) {
      await insertEvents(
        house.pool,
        names.slice(at, at + 1_000).map((name) => ({ station, event: token(name) })),
      );
      house.bus.publish("events");
    }
    const before = house.live.cursor();
    await waitFor(() => house.live.cursor() !== before, { what: "the process to have read on" });

    const text = await stream.until('"token":"5999"');

    expect([...text.matchAll(/"token":"(\d+)"/g)].map(([, name]) => name)).toEqual(names);
  });

  it("leaves nothing behind when its reader goes, in the middle or before the first event", async () => {
    const kept = () => house.live.readers();
    const one = await open("now");
    const two = await open("now");
    await happens("x");
    await one.until('"x"');
    await two.until('"x"');
    expect(kept()).toBe(2);

    await one.leave();
    expect(kept()).toBe(1);
    leaving.abort();
    expect(kept()).toBe(0);
    await expect(two.until("never")).rejects.toThrow("ended");
  });

  it("ends when whoever listens may not any more, and moves the point of resuming while nothing fits", async () => {
    const time = { now: new Date() };
    let stands = true;
    const stream = await open(
      "now",
      { types: ["session.ended"] },
      { clock: () => time.now, stillSignedIn: async () => stands },
    );
    await stream.until("retry");
    time.now = new Date(time.now.getTime() + 20_000);
    expect(await stream.until(": alive")).toMatch(/: alive\nid: \d+-\d+\n\n/);

    stands = false;
    time.now = new Date(time.now.getTime() + 20_000);
    await expect(stream.until("never")).rejects.toThrow("ended");
  });

  it("ends with the process, so that nobody waits for it", async () => {
    const stream = await open("now");
    await stream.until("retry");
    await house.live.close();
    await expect(stream.until("never")).rejects.toThrow("ended");
  });

  it("begins with a problem instead, when its cursor is none of ours", async () => {
    await expect(open("yesterday")).rejects.toMatchObject({ reason: "foreign" });
  });
});

async function happens(name: string) {
  await insertEvents(house.pool, [{ station, event: token(name) }]);
  house.bus.publish("events");
}

async function open(
  after: string,
  filter: { types?: ["session.ended"] } = {},
  changes: Parameters<TestConsole["context"]>[1] = {},
) {
  const response = await eventStream(house.context(viewer, changes), { after, ...filter }, leaving.signal);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    async until(wanted: string) {
      while (!text.includes(wanted)) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error(`the stream ended before ${wanted}`);
        text += value;
      }
      return text;
    },
    leave: () => reader?.cancel(),
  };
}
