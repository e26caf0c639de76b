import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPrisma } from "../src/client";
import { eventLag, insertEvents, readEvents } from "../src/events";
import { addStation, type OpenDatabase, openTestDatabase, waitFor } from "./database";

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const tokenChanged = (token: string) => ({ event: { type: "token.changed" as const, token } });

/** Transactions of other tests on the same server hold events back too, for as long as they take. */
const allReadable = () => waitFor(async () => (await eventLag(database.pool)) === 0, "every event to be readable");

describe("readEvents", () => {
  beforeEach(allReadable);

  it("skips no event of a transaction that began first and commits last", async () => {
    const { pool } = database;
    const early = await pool.connect();
    const late = await pool.connect();
    let { cursor } = await readEvents(pool, "now", 10);
    const read: string[] = [];
    const readOn = async () => {
      const page = await readEvents(pool, cursor, 1);
      cursor = page.cursor;
      for (const { event } of page.events) if (event.type === "token.changed") read.push(event.token);
      return page.events.length > 0;
    };

    await early.query("BEGIN");
    await insertEvents(early, [tokenChanged("early-1")]);
    await late.query("BEGIN");
    await insertEvents(late, [tokenChanged("late-1"), tokenChanged("late-2")]);
    await late.query("COMMIT");
    // What `late` wrote has higher numbers and is committed; a reader that took it now would pass `early` by.
    expect(await readOn()).toBe(false);
    await insertEvents(early, [tokenChanged("early-2")]);
    await early.query("COMMIT");
    await waitFor(async () => !(await readOn()) && read.length === 4, "all four events");

    expect(read).toEqual(["early-1", "early-2", "late-1", "late-2"]);
    early.release();
    late.release();
  });

  it("gives every event exactly once to a reader that polls while many write at once", async () => {
    const { pool } = database;
    let { cursor } = await readEvents(pool, "now", 10);
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        const client = await pool.connect();
        for (let round = 0; round < 25; round++) {
          await client.query("BEGIN");
          await insertEvents(client, [tokenChanged(`${writer}-${round}-a`)]);
          await insertEvents(client, [tokenChanged(`${writer}-${round}-b`)]);
          await client.query(round % 5 === 4 ? "ROLLBACK" : "COMMIT");
        }
        client.release();
      }),
    ).finally(() => {
      writing = false;
    });

    const read: string[] = [];
    await waitFor(async () => {
      const done = !writing;
      const page = await readEvents(pool, cursor, 7);
      cursor = page.cursor;
      for (const { event } of page.events) if (event.type === "token.changed") read.push(event.token);
      return done && page.events.length === 0 && read.length >= 6 * 20 * 2;
    }, "the last event");
    await writers;

    expect(new Set(read).size).toBe(read.length);
    expect(read).toHaveLength(6 * 20 * 2);
    for (let writer = 0; writer < 6; writer++) {
      const own = read.filter((token) => token.startsWith(`${writer}-`));
      const numbers = own.map((token) => Number(token.split("-")[1]));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
  });

  it("resumes at any cursor it has given, and refuses text that is none", async () => {
    const { pool } = database;
    const station = await addStation(pool);
    const { cursor } = await readEvents(pool, "now", 10);
    const at = new Date("2026-11-23T08:00:00Z");
    await insertEvents(pool, [{ station, at, event: { type: "session.attention", session: 5, attention: ["gap"] } }]);
    await insertEvents(pool, [tokenChanged("after")]);

    await allReadable();
    const [first] = (await readEvents(pool, cursor, 1)).events;
    const rest = await readEvents(pool, first?.cursor ?? "", 10);

    expect(first).toMatchObject({ station, at, event: { type: "session.attention", session: 5, attention: ["gap"] } });
    expect(rest.events.map(({ event }) => event)).toEqual([{ type: "token.changed", token: "after" }]);
    await expect(readEvents(pool, "1;2", 10)).rejects.toThrow(RangeError);
  });
});

describe("insertEvents", () => {
  it("commits with a Prisma transaction, or not at all", async () => {
    const prisma = createPrisma(database.url);
    const { cursor } = await readEvents(database.pool, "now", 10);

    await prisma.$transaction((tx) => insertEvents(tx, [tokenChanged("kept")]));
    await prisma
      .$transaction(async (tx) => {
        await insertEvents(tx, [tokenChanged("gone")]);
        throw new Error("changed our mind");
      })
      .catch(() => {});

    await allReadable();
    const { events } = await readEvents(database.pool, cursor, 10);
    expect(events.map(({ event }) => event)).toEqual([{ type: "token.changed", token: "kept" }]);
    await prisma.$disconnect();
  });
});

describe("eventLag", () => {
  it("grows while a writing transaction holds events back, and is nothing otherwise", async () => {
    const { pool } = database;
    const holder = await pool.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT pg_current_xact_id()");
    await insertEvents(pool, [tokenChanged("held back")]);

    expect(await eventLag(pool)).toBeGreaterThan(0);
    await holder.query("ROLLBACK");
    holder.release();

    await allReadable();
  });
});
