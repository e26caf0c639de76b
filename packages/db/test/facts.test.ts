import type { FactNeeded } from "@chargehand/domain/facts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createFactSource, type FactSource } from "../src/facts";
import { createLeases } from "../src/leases";
import type { Queryable } from "../src/pool";
import { addStation, type OpenDatabase, openTestDatabase } from "./database";

let database: OpenDatabase;
let facts: FactSource;
let station: number;
let nextSession = 1000;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  facts = createFactSource({ client: database.pool, leases: await createLeases(database.pool), tokenTtlMs: 60_000 });
  station = await addStation(database.pool);
});
afterAll(() => database.close());

const fetch = async (...needed: FactNeeded[]) => facts.fetch(station, needed);
const token = (value: string, kind = "unknown"): FactNeeded => ({ fact: "token", token: { value, kind } });

describe("a token", () => {
  it("is found whatever the case of its letters, and by its value alone where no kind is told", async () => {
    await sql("INSERT INTO token (value, folded, kind, \"group\") VALUES ('Ab1', 'AB1', 'iso14443', 'fleet')");

    expect(await fetch(token(" aB1"))).toEqual({
      token: { found: { value: "Ab1", kind: "iso14443", group: "fleet", standing: "active", expiresAt: undefined } },
    });
    expect(await fetch(token("ab1", "iso14443"))).toMatchObject({ token: { found: { value: "Ab1" } } });
    expect(await fetch(token("ab1", "emaid"))).toEqual({ token: { found: undefined } });
  });

  it("counts as blocked where any of the same value is, when no kind tells them apart", async () => {
    await sql("INSERT INTO token (value, folded, kind) VALUES ('T2', 'T2', 'iso14443')");
    await sql("INSERT INTO token (value, folded, kind, status) VALUES ('T2', 'T2', 'emaid', 'blocked')");

    expect(await fetch(token("T2"))).toMatchObject({ token: { found: { standing: "blocked" } } });
    expect(await fetch(token("T2", "iso14443"))).toMatchObject({ token: { found: { standing: "active" } } });
  });

  it("is answered at once the second time, until it is to be forgotten", async () => {
    await sql("INSERT INTO token (value, folded) VALUES ('T3', 'T3')");
    await fetch(token("T3"));
    await sql("UPDATE token SET status = 'blocked' WHERE value = 'T3'");

    expect(facts.fetch(station, [token("T3")])).toMatchObject({ token: { found: { standing: "active" } } });
    facts.forgetTokens();
    expect(await fetch(token("T3"))).toMatchObject({ token: { found: { standing: "blocked" } } });
  });
});

describe("ids", () => {
  it("are there at once, and never the same twice", () => {
    const taken = [1, 2, 3].map(() => facts.fetch(station, [{ fact: "ids" }]));

    expect(taken.every((each) => !(each instanceof Promise))).toBe(true);
    expect(new Set(taken.map((each) => JSON.stringify(each))).size).toBe(3);
  });
});

describe("a session", () => {
  it("is found by its name, of its own station, and whole", async () => {
    const id = await addSession({ wire_id: "tx-1", seen: "0-3,7", attention: ["gap"], evse: 2, connector: 1 });
    const elsewhere = await addStation(database.pool);

    expect(await fetch({ fact: "session", wireId: "tx-1" })).toMatchObject({
      session: {
        found: {
          id,
          wireId: "tx-1",
          seen: [
            [0, 3],
            [7, 7],
          ],
          attention: ["gap"],
          place: { evse: 2, connector: 1 },
        },
      },
    });
    expect(await facts.fetch(elsewhere, [{ fact: "session", wireId: "tx-1" }])).toEqual({
      session: { found: undefined },
    });
  });

  it("is rather one that has the name than an orphan that only bears it, and else the latest orphan", async () => {
    await addSession({ wire_id: "-1", orphan: true });
    const latest = await addSession({ wire_id: "-1", orphan: true });
    expect(await fetch({ fact: "session", wireId: "-1" })).toMatchObject({ session: { found: { id: latest } } });

    const real = await addSession({ wire_id: "-1" });
    expect(await fetch({ fact: "session", wireId: "-1" })).toMatchObject({ session: { found: { id: real } } });
  });

  it("that began exactly like another is that one", async () => {
    const at = new Date("2026-11-23T07:00:00.250Z");
    const id = await addSession({ evse: 1, started_at: at, token: "Card", meter_start_wh: 1500 });
    const start = { fact: "same-start", evse: 1, at, token: "CARD", meterStartWh: 1500 } as const;

    expect(await fetch(start)).toMatchObject({ sameStart: { found: { id } } });
    for (const other of [{ evse: 2 }, { at: new Date(at.getTime() + 1) }, { token: "Other" }, { meterStartWh: 1501 }]) {
      expect(await fetch({ ...start, ...other })).toEqual({ sameStart: { found: undefined } });
    }
  });
});

it("asks the database together for many, and a name that no text can hold spoils nobody else's answer", async () => {
  const asked: unknown[] = [];
  const counting: Queryable = {
    query(text, values) {
      asked.push(text);
      return database.pool.query(text, values);
    },
  };
  const many = createFactSource({ client: counting, leases: await createLeases(database.pool) });
  const id = await addSession({ wire_id: "tx-many" });
  const find = (wireId: string) => many.fetch(station, [{ fact: "session", wireId }]);

  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => find(index === 7 ? "tx-many" : `no-${index}`)),
  );
  expect(asked).toHaveLength(1);
  expect(answers[7]).toMatchObject({ session: { found: { id } } });
  expect(answers[8]).toEqual({ session: { found: undefined } });

  const mixed = await Promise.allSettled([find("tx-many"), find("a\u0000b"), find("no-1")]);
  expect(mixed.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

describe("a first report", () => {
  it("is the first frame with that number of that session, and its answer, without the envelope", async () => {
    const session = await addSession({ wire_id: "tx" });
    await addFrame(session, {
      id: 1,
      sequence: 3,
      call: '[2,"a","E", {"b": 1.50,  "c":[]}]',
      answer: '[3,"a",{"t":1}]',
    });
    await addFrame(session, { id: 2, sequence: 3, call: '[2,"b","E",{}]', answer: '[3,"b",{"t":2}]' });
    await addFrame(session, { id: 3, sequence: 4, call: '[2,"c","E",{}]', answer: null });

    expect(await fetch({ fact: "first-report", session, sequence: 3 })).toEqual({
      firstReport: { found: { payload: '{"b":1.5,"c":[]}', answer: '{"t":1}' } },
    });
    expect(await fetch({ fact: "first-report", session, sequence: 4 })).toEqual({ firstReport: { found: undefined } });
  });
});

async function sql(text: string, values: unknown[] = []) {
  await database.pool.query(text, values);
}

async function addSession(columns: Record<string, unknown>): Promise<number> {
  const row = {
    id: nextSession++,
    station_id: station,
    status: "open",
    received_at: new Date(),
    attention: [],
    ...columns,
  };
  const names = Object.keys(row);
  await sql(`INSERT INTO session (${names}) VALUES (${names.map((_, index) => `$${index + 1}`)})`, Object.values(row));
  return row.id;
}

async function addFrame(session: number, row: { id: number; sequence: number; call: string; answer: string | null }) {
  await sql(
    `INSERT INTO journal.frame (id, station_id, received_at, direction, call, answer, verdict, session_id, sequence, epoch)
     VALUES ($1, $2, now(), 0, $3, $4, 'ok', $5, $6, 0)`,
    [row.id, station, row.call, row.answer, session, row.sequence],
  );
}
