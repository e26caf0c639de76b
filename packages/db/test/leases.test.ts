import { afterAll, beforeAll, expect, it } from "vitest";
import { createLease, createLeases } from "../src/leases";
import type { Queryable } from "../src/pool";
import { type OpenDatabase, openTestDatabase } from "./database";

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("gives no number twice, also when several gateways and a plain nextval take from one sequence", async () => {
  const leases = await Promise.all(
    Array.from({ length: 4 }, () => createLease(database.pool, "journal.session_id", 10)),
  );
  const taken: number[] = [];
  for (let round = 0; round < 100; round++) {
    for (const lease of leases) taken.push(await lease.next());
    const { rows } = await database.pool.query("SELECT nextval('journal.session_id') AS id");
    taken.push(Number(rows[0].id));
  }

  expect(new Set(taken).size).toBe(500);
});

it("asks for the next block so early that nobody has to wait for it", async () => {
  let asked = Promise.resolve();
  const client: Queryable = {
    query(text, values) {
      const answer = database.pool.query(text, values);
      asked = answer.then(() => {});
      return answer;
    },
  };
  const lease = await createLease(client, "journal.frame_id", 100);
  const numbers: (number | undefined)[] = [];

  for (let index = 0; index < 1000; index++) {
    numbers.push(lease.take());
    if (index % 40 === 39) await asked.then(() => new Promise(setImmediate));
  }

  expect(numbers).not.toContain(undefined);
  expect(new Set(numbers).size).toBe(1000);
});

it("gives nothing at once when it is empty, and waits for more when asked to", async () => {
  const lease = await createLease(database.pool, "journal.transaction_id", 3);
  const atOnce = [lease.take(), lease.take(), lease.take(), lease.take()];

  expect(atOnce.at(-1)).toBeUndefined();
  expect(await lease.next()).toBeGreaterThan(0);
});

it("tells whoever waits that the database does not answer, and recovers", async () => {
  let broken = false;
  const lease = await createLease(
    {
      query: (text, values) =>
        broken ? Promise.reject(new Error("the database is away")) : database.pool.query(text, values),
    },
    "journal.transaction_id",
    2,
  );
  broken = true;
  lease.take();
  lease.take();

  await expect(lease.next()).rejects.toThrow("the database is away");
  broken = false;
  expect(await lease.next()).toBeGreaterThan(0);
});

it("leases sessions, transactions and frames apart", async () => {
  const leases = await createLeases(database.pool);

  expect([leases.session.take(), leases.transaction.take(), leases.frame.take()]).not.toContain(undefined);
});
