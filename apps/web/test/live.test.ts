import { insertEvents } from "@chargehand/db/events";
import type { DomainEvent } from "@chargehand/domain/event";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LiveMessage } from "../src/live/message";
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

describe("the live stream", () => {
  it("brings a change to whoever listens, soon after it was committed", async () => {
    const stream = listen();
    await happens(1);
    expect(await stream.until(1)).toEqual([1]);
    expect(house.errors).toEqual([]);
  });

  it("brings it within the poll when the bell is lost", async () => {
    const stream = listen();
    await insertEvents(house.pool, [{ station, event: token(1) }]);
    expect(await stream.until(1)).toEqual([1]);
  });

  it("goes on where it was cut, without a hole, from memory or from the database", async () => {
    const first = listen();
    await happens(1);
    await first.until(1);
    const cursor = first.cursor();
    for (const number of [2, 3, 4]) await happens(number);
    expect(await listen(cursor).until(3)).toEqual([2, 3, 4]);

    // Another process has not read what happened before it started, and remembers nothing.
    // A writer in any database of the server holds events back, also one of another test.
    await waitFor(allAreVisible, { what: "every event to be past the oldest writer" });
    const other = await openConsoleOn(house);
    expect(await listen(cursor, other).until(3)).toEqual([2, 3, 4]);
    await happens(5);
    const stream = listen(cursor, other);
    expect(new Set(await stream.until(4))).toEqual(new Set([2, 3, 4, 5]));
    await other.close();
  });

  it("says how much of the past is still to be told", async () => {
    const cursor = house.live.cursor();
    for (const number of [1, 2, 3]) await happens(number);
    const stream = listen(cursor);
    await stream.until(3);
    const left = stream.messages.flatMap((message) => (message.kind === "events" ? [message.left] : []));
    expect(left.at(-1)).toBe(0);
    expect(left).toEqual(left.toSorted((a, b) => b - a));
  });

  it("asks for everything anew when too much was missed, or the cursor is none of ours", async () => {
    const cursor = house.live.cursor();
    const many = Array.from({ length: 5_100 }, (_, number) => ({ station, event: token(number) }));
    for (let at = 0; at < many.length; at += 1_700) await insertEvents(house.pool, many.slice(at, at + 1_700));
    // A writer in any database of the server holds events back, also one of another test.
    await waitFor(allAreVisible, { what: "every event to be past the oldest writer" });
    const other = await openConsoleOn(house);
    expect(await listen(cursor, other).next()).toMatchObject({ kind: "refetch" });
    expect(await listen("somebody-elses", other).next()).toMatchObject({ kind: "refetch" });
    await other.close();
  });

  it("misses nothing of two transactions that commit in the other order than they began", async () => {
    const stream = listen();
    const late = await house.pool.connect();
    await late.query("BEGIN");
    await insertEvents(late, [{ station, event: token(1) }]);
    await happens(2);
    await late.query("COMMIT");
    late.release();
    house.bus.publish("events");
    expect(new Set(await stream.until(2))).toEqual(new Set([1, 2]));
  });

  it("forwards what moves without being an event, and nothing that is not in its form", async () => {
    const stream = listen();
    house.bus.publish("live", '{"at":1,"stations":"all"}');
    house.bus.publish("live", `{"at":2,"stations":[[${station},1,7,7400.5,1200,41]]}`);
    expect(await stream.next()).toEqual({ kind: "readings", at: 2, readings: [[station, 1, 7, 7400.5, 1200, 41]] });
    expect(house.errors).toHaveLength(1);
  });

  it("says that it is there when nothing happens", async () => {
    expect(await listen().next()).toMatchObject({ kind: "alive" });
  });

  it("ends when the person is signed out", async () => {
    const time = { now: new Date() };
    const caller = house.as(viewer, { clock: () => time.now, stillSignedIn: async () => false });
    const stream = (await caller.live.stream())[Symbol.asyncIterator]();
    const next = stream.next();
    time.now = new Date(time.now.getTime() + 120_000);
    await expect(next).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

/** Tells a change that carries a number, in a transaction of its own. */
async function happens(number: number) {
  await insertEvents(house.pool, [{ station, event: token(number) }]);
  house.bus.publish("events");
}

async function allAreVisible(): Promise<boolean> {
  const { rows } = await house.pool.query(
    "SELECT 1 FROM journal.event WHERE xid >= pg_snapshot_xmin(pg_current_snapshot()) LIMIT 1",
  );
  return rows.length === 0;
}

const token = (number: number): DomainEvent => ({ type: "token.changed", token: String(number) });

type Hub = Pick<TestConsole, "live">;

/** Another web process on the same database. */
async function openConsoleOn({ pool, bus }: TestConsole) {
  const { createLiveHub } = await import("../src/server/live/hub");
  const live = await createLiveHub({ database: pool, bus, onError: (error) => house.errors.push(error) });
  return { live, close: () => live.close() };
}

function listen(after?: string, { live }: Hub = house) {
  const stream = live.stream(after, leaving.signal);
  const messages: LiveMessage[] = [];
  const numbers: number[] = [];
  let cursor = after ?? live.cursor();
  // The listener is there from the first pull on; pull before anything happens.
  let pulled = stream.next();

  async function next(): Promise<LiveMessage> {
    const { value } = await pulled;
    if (!value) throw new Error("the stream ended");
    pulled = stream.next();
    messages.push(value);
    if ("cursor" in value) cursor = value.cursor;
    if (value.kind === "events") {
      numbers.push(
        ...value.events.flatMap(({ event }) => (event.type === "token.changed" ? [Number(event.token)] : [])),
      );
    }
    return value;
  }
  return {
    messages,
    cursor: () => cursor,
    next,
    /** The numbers of the changes, once there are so many. */
    async until(count: number) {
      while (numbers.length < count) await next();
      return numbers;
    },
  };
}
