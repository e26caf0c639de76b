import { CommitUnknown, type JournalEntry, RowsRefused, StaleConnection } from "@chargehand/db/journal-entry";
import type { HoldingChange } from "@chargehand/domain/holding";
import { createTestDatabase, type TestDatabase } from "@chargehand/testing/test-database";
import { waitFor } from "@chargehand/testing/wait-for";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createJournal, type Journal, type JournalOptions } from "../../src/journal";
import { addStation, addStations, connectorStatus, frame, session, silentLog } from "./entries";

let database: TestDatabase;
let sql: pg.Client;
let journal: Journal;

beforeEach(async () => {
  database = await createTestDatabase();
  sql = new pg.Client({ connectionString: database.url });
  sql.on("error", () => {});
  await sql.connect();
  journal = await open();
});

afterEach(async () => {
  await journal.close();
  await sql.end();
  await database.drop();
});

const open = (options: Partial<JournalOptions> = {}) =>
  createJournal({ url: database.url, gatewayId: 1, log: silentLog, ...options });

describe("commit", () => {
  it("writes all of an entry, or nothing of it", async () => {
    const station = await addStation(sql, { epoch: 5 });
    const at = new Date("2026-11-23T10:00:00.123Z");

    await journal.commit({
      station,
      epoch: 5,
      frames: [frame({ id: 1, call: Buffer.from('[2,"a","B",{}]'), answer: "[3]", session: 7, sequence: 0 })],
      changes: {
        station: { vendor: "Volt", bootedAt: at },
        connectors: [connectorStatus({ evse: 1, connector: 1, status: "occupied" })],
        opened: [
          session({
            id: 7,
            wireId: "w-7",
            attention: ["gap", "orphan"],
            seen: [
              [0, 3],
              [5, 5],
            ],
          }),
        ],
        samples: [
          {
            session: 7,
            place: { evse: 1 },
            reading: { at, energyWh: 1500.5, rest: [{ measurand: "Voltage", value: 230 }] },
          },
        ],
        variables: [
          {
            variable: { component: "C", name: "N", evse: 1 },
            attribute: "actual",
            value: "1",
            values: ["1", "2"],
            min: 0,
          },
        ],
        followUps: [{ command: { type: "trigger", message: "status" }, reason: "to know" }],
      },
      events: [{ event: { type: "session.started", session: 7, wireId: "w-7" }, at, receivedAt: at }],
    });

    expect(await rows("SELECT * FROM journal.frame")).toMatchObject([
      { id: "1", station_id: station, call: '[2,"a","B",{}]', answer: "[3]", session_id: 7, sequence: 0, epoch: "5" },
    ]);
    expect(await rows("SELECT vendor, booted_at, model FROM station")).toEqual([
      { vendor: "Volt", booted_at: at, model: null },
    ]);
    expect(await rows("SELECT * FROM connector")).toMatchObject([{ evse: 1, connector: 1, status: "occupied" }]);
    expect(await rows("SELECT * FROM session")).toMatchObject([
      { id: 7, wire_id: "w-7", status: "open", seen: "0-3,5", attention: ["gap", "orphan"] },
    ]);
    expect(await rows("SELECT * FROM journal.sample")).toMatchObject([
      { session_id: 7, at, energy_wh: 1500.5, power_w: null, rest: [{ measurand: "Voltage", value: 230 }] },
    ]);
    expect(await rows("SELECT * FROM variable")).toMatchObject([
      { key: "c//1//n/", attribute: "actual", value: "1", values: ["1", "2"], min: 0, evse: 1 },
    ]);
    expect(await rows("SELECT * FROM command")).toMatchObject([
      { type: "trigger", command: { type: "trigger", message: "status" }, origin: "system", delivery: "queued" },
    ]);
    expect(await rows("SELECT * FROM journal.event")).toMatchObject([
      { type: "session.started", session_id: 7, station_id: station, data: { session: 7, wireId: "w-7" } },
    ]);
  });

  it("changes a session, a connector and a variable in place, and keeps what a report leaves out", async () => {
    const station = await addStation(sql);
    const variable = { component: "", name: "Interval" };
    await journal.commit({
      station,
      epoch: 0,
      changes: {
        station: { vendor: "Volt", model: "One" },
        opened: [session({ id: 7 })],
        connectors: [connectorStatus({ evse: 1, connector: 1, status: "occupied", errorCode: "Hot" })],
        variables: [{ variable, attribute: "actual", value: "60", mutability: "read-write", values: ["60", "90"] }],
      },
    });

    await journal.commit({
      station,
      epoch: 0,
      changes: {
        station: { model: "Two" },
        updated: [session({ id: 7, status: "ended", meterEndWh: 900, stopReason: "Local" })],
        connectors: [connectorStatus({ evse: 1, connector: 1, status: "available" })],
        variables: [{ variable: { ...variable, name: "INTERVAL" }, attribute: "actual", value: "90" }],
      },
    });

    expect(await rows("SELECT vendor, model FROM station")).toEqual([{ vendor: "Volt", model: "Two" }]);
    expect(await rows("SELECT * FROM session")).toMatchObject([
      { id: 7, status: "ended", meter_end_wh: 900, stop_reason: "Local" },
    ]);
    expect(await rows("SELECT status, error_code FROM connector")).toEqual([{ status: "available", error_code: null }]);
    expect(await rows("SELECT value, mutability, values FROM variable")).toEqual([
      { value: "90", mutability: "read-write", values: ["60", "90"] },
    ]);
  });

  it("keeps what a station holds: cleared by key or by what its value says, then set, then only what a whole report named", async () => {
    const station = await addStation(sql);
    const at = new Date(Date.UTC(2026, 10, 23, 10));
    const reservation = (evse: number) => ({
      token: { value: "AB", kind: "central" },
      place: { evse },
      expiresAt: "2026-11-23T12:00:00Z",
    });
    const set = (key: string, evse: number, requestId?: number) =>
      ({ do: "set", kind: "reservation", key, value: reservation(evse), at, requestId }) as const;
    const commit = (...holdings: HoldingChange[]) => journal.commit({ station, epoch: 0, changes: { holdings } });
    const keys = async () =>
      (await rows("SELECT key, value FROM holding ORDER BY key")).map(({ key, value }) => [
        key,
        Object(value).place.evse,
      ]);

    await commit(set("1", 1), set("2", 2), set("3", 3), set("1", 4));
    expect(await keys()).toEqual([
      ["1", 4],
      ["2", 2],
      ["3", 3],
    ]);

    await commit(
      { do: "clear", kind: "reservation", key: "3" },
      { do: "clear", kind: "reservation", matching: { place: { evse: 4 } } },
      { do: "clear", kind: "work" },
      set("4", 4),
    );
    expect(await keys()).toEqual([
      ["2", 2],
      ["4", 4],
    ]);

    await commit(set("4", 4, 17));
    await commit(set("5", 5, 17), { do: "keep-only", kind: "reservation", requestId: 17 });
    expect(await keys()).toEqual([
      ["4", 4],
      ["5", 5],
    ]);
  });

  it("follows a command from its delivery to its proof, each fact with its own time", async () => {
    const station = await addStation(sql);
    await sql.query("INSERT INTO command (station_id, type, command, expires_at) VALUES ($1, 'reset', '{}', now())", [
      station,
    ]);
    const minute = (at: number) => new Date(Date.UTC(2026, 10, 23, 10, at));
    const plan = { watch: { for: "boot" as const }, deadlineSeconds: 60 };

    await journal.commit({
      station,
      epoch: 0,
      frames: [frame({ id: 9, direction: "out", verdict: "sent", receivedAt: minute(1) })],
      deliveries: [{ id: 1, messageId: "m-1", action: "Reset", payload: '{"type":"Hard"}' }],
      changes: { commands: [{ id: 1, delivery: "sent", at: minute(1) }] },
    });
    await journal.commit({
      station,
      epoch: 0,
      answers: [{ id: 9, receivedAt: minute(1), answer: "[3]", answeredAt: minute(2), verdict: "ok" }],
      deliveries: [{ id: 1, response: '{"status":"Accepted"}' }],
      changes: {
        commands: [
          { id: 1, answer: "accepted", proof: "waiting", plan, deadline: minute(3), at: minute(2) },
          { id: 1, proof: "confirmed", evidence: "it booted", at: minute(4) },
        ],
      },
    });

    expect(await rows("SELECT * FROM command")).toMatchObject([
      {
        delivery: "sent",
        sent_at: minute(1),
        message_id: "m-1",
        payload: { type: "Hard" },
        answer: "accepted",
        answered_at: minute(2),
        response: { status: "Accepted" },
        proof: "confirmed",
        plan,
        deadline: minute(3),
        confirmed_at: minute(4),
        unproven_at: null,
        evidence: "it booted",
      },
    ]);
    expect(await rows("SELECT direction, answer, answered_at, verdict FROM journal.frame")).toEqual([
      { direction: 1, answer: "[3]", answered_at: minute(2), verdict: "ok" },
    ]);
  });

  it("takes the last word when one entry speaks twice of a connector or a variable", async () => {
    const station = await addStation(sql);
    const variable = { component: "C", name: "N" };

    await journal.commit({
      station,
      epoch: 0,
      changes: {
        connectors: [
          connectorStatus({ evse: 1, connector: 1, status: "occupied" }),
          connectorStatus({ evse: 1, connector: 1, status: "faulted" }),
        ],
        variables: [
          { variable, attribute: "actual", value: "1" },
          { variable, attribute: "target", value: "2" },
          { variable, attribute: "actual", value: "3" },
        ],
      },
    });

    expect(await rows("SELECT status FROM connector")).toEqual([{ status: "faulted" }]);
    expect(await rows("SELECT attribute, value FROM variable ORDER BY 1")).toEqual([
      { attribute: "actual", value: "3" },
      { attribute: "target", value: "2" },
    ]);
  });

  it("writes two entries of one station in the order in which they came", async () => {
    const station = await addStation(sql);
    const status = (status: "occupied" | "available") => ({
      station,
      epoch: 0,
      changes: { connectors: [connectorStatus({ evse: 1, connector: 1, status })] },
    });

    await Promise.all([journal.commit(status("occupied")), journal.commit(status("available"))]);

    expect(await rows("SELECT status FROM connector")).toEqual([{ status: "available" }]);
  });

  describe("of a session whose meter runs", () => {
    const open = session({ id: 7, wireId: "w", activity: "charging" });
    const running = {
      ...open,
      meterWh: 500,
      powerW: 11_000,
      stateOfCharge: 40,
      seen: [[0, 1]] as const,
      trigger: "clock",
    };
    const summary = "SELECT meter_wh, power_w, state_of_charge, seen, token, status, attention FROM session";

    it("writes what moves, and everything else as soon as it changes too", async () => {
      const station = await addStation(sql);
      const commit = (...updated: (typeof running)[]) => journal.commit({ station, epoch: 0, changes: { updated } });
      await journal.commit({ station, epoch: 0, changes: { opened: [open] } });
      await commit(running);
      await commit({ ...running, meterWh: 600, powerW: 7_000 });
      expect(await rows(summary)).toMatchObject([
        { meter_wh: 600, power_w: 7_000, state_of_charge: 40, seen: "0-1", token: null },
      ]);

      await commit({ ...running, meterWh: 700, token: { value: "CARD", kind: "iso14443" }, attention: ["gap"] });
      expect(await rows(summary)).toMatchObject([{ meter_wh: 700, token: "CARD", attention: ["gap"] }]);

      await commit({ ...running, token: { value: "CARD", kind: "iso14443" }, status: "ended" });
      expect(await rows(summary)).toMatchObject([{ token: "CARD", status: "ended", attention: [] }]);
    });

    it("writes everything again when another connection, or another gateway, may have written meanwhile", async () => {
      const station = await addStation(sql, { epoch: 1 });
      await journal.commit({ station, epoch: 1, changes: { opened: [open] } });
      await sql.query("UPDATE session SET token = 'ELSEWHERE'");
      await sql.query("UPDATE station SET epoch = 2");

      await journal.commit({ station, epoch: 2, changes: { updated: [running] } });

      expect(await rows(summary)).toMatchObject([{ meter_wh: 500, token: null }]);
    });

    it("writes everything again after a batch that failed", async () => {
      const station = await addStation(sql);
      const neighbour = await addStation(sql);
      await journal.commit({ station, epoch: 0, changes: { opened: [open] } });
      const token = { value: "CARD", kind: "iso14443" };

      const results = await Promise.allSettled([
        journal.commit({ station, epoch: 0, changes: { updated: [{ ...running, token }] } }),
        journal.commit({ station: neighbour, epoch: 0, frames: [frame({ id: 1, note: "\u0000" })] }),
      ]);

      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
      expect(await rows(summary)).toMatchObject([{ meter_wh: 500, token: "CARD" }]);
    });
  });

  it("tells what each commit touched, so that the right bells are rung", async () => {
    await journal.close();
    const touched: unknown[] = [];
    journal = await open({ onCommit: (each) => touched.push(each) });
    const station = await addStation(sql);
    const at = new Date();

    await journal.commit({ station, epoch: 0, frames: [frame({ id: 1 })] });
    await journal.commit({
      station,
      epoch: 0,
      events: [{ event: { type: "token.changed", token: "a" }, at, receivedAt: at }],
    });
    await journal.commit({
      station,
      epoch: 0,
      changes: { followUps: [{ command: { type: "trigger", message: "status" }, reason: "r" }] },
    });

    expect(touched).toEqual([
      { events: false, frames: true, commands: [] },
      { events: true, frames: false, commands: [] },
      { events: false, frames: false, commands: [station] },
    ]);
  });

  it("takes only so many bytes into one transaction, however many wait", async () => {
    await journal.close();
    const batches: number[] = [];
    journal = await open({ onBatch: ({ entries }) => batches.push(entries) });
    const stations = await addStations(sql, 20);
    const call = `[2,"m","DataTransfer",{"data":"${"x".repeat(1_000_000)}"}]`;

    await Promise.all(
      stations.map((station, index) => journal.commit({ station, epoch: 0, frames: [frame({ id: index + 1, call })] })),
    );

    expect(await rows("SELECT count(*)::int AS frames FROM journal.frame")).toEqual([{ frames: 20 }]);
    expect(Math.max(...batches)).toBeLessThan(10);
  });

  it("makes the day's partitions itself when nobody did", async () => {
    const station = await addStation(sql);
    await sql.query(`DO $$ DECLARE part regclass; BEGIN
      FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'journal.frame'::regclass AND inhrelid::regclass::text LIKE '%frame%'
      LOOP EXECUTE 'DROP TABLE ' || part; END LOOP; END $$`);

    await journal.commit({ station, epoch: 0, frames: [frame({ id: 1, receivedAt: new Date() })] });

    expect(await rows("SELECT id FROM journal.frame")).toEqual([{ id: "1" }]);
  });
});

describe("a row that the database refuses", () => {
  const poisons: [string, (entry: JournalEntry) => JournalEntry][] = [
    ["a NUL character", (entry) => ({ ...entry, frames: [frame({ id: 999, note: "a\u0000b" })] })],
    [
      "a NUL in an event",
      (entry) => ({
        ...entry,
        events: [{ event: { type: "token.changed", token: "\u0000" }, at: new Date(), receivedAt: new Date() }],
      }),
    ],
    [
      "half a character in an event",
      (entry) => ({
        ...entry,
        events: [{ event: { type: "token.changed", token: "\ud83d" }, at: new Date(), receivedAt: new Date() }],
      }),
    ],
    [
      "bytes that are no text",
      (entry) => ({ ...entry, frames: [frame({ id: 999, call: Buffer.from([0x5b, 0xff]) })] }),
    ],
    ["a number beyond its column", (entry) => ({ ...entry, frames: [frame({ id: 999, sequence: 2 ** 31 })] })],
    ["a time that is none", (entry) => ({ ...entry, frames: [frame({ id: 999, receivedAt: new Date(Number.NaN) })] })],
    ["a session of nobody", (entry) => ({ ...entry, station: 4_000_000, changes: { opened: [session({ id: 1 })] } })],
  ];

  it.each(poisons)("costs its neighbours nothing: %s", async (_, poison) => {
    const stations = await addStations(sql, 40);
    const entries = stations.map((station, index) => ({ station, epoch: 0, frames: [frame({ id: index + 1 })] }));
    const results = await Promise.allSettled(
      entries.map((entry, index) => journal.commit(index === 17 ? poison(entry) : entry)),
    );

    expect(results.map(({ status }) => status).filter((status) => status === "rejected")).toHaveLength(1);
    expect(results[17]).toMatchObject({ status: "rejected", reason: expect.any(RowsRefused) });
    expect(await rows("SELECT count(*)::int AS frames FROM journal.frame")).toEqual([{ frames: 39 }]);
  });

  it("leaves half a character in a plain text column readable instead of refusing it", async () => {
    const station = await addStation(sql);

    await journal.commit({ station, epoch: 0, frames: [frame({ id: 1, note: "half \ud83d" })] });

    expect(await rows("SELECT note FROM journal.frame")).toEqual([{ note: "half \ufffd" }]);
  });

  it("is kept whole in quarantine, durable when that resolves", async () => {
    const station = await addStation(sql);
    const raw = Buffer.from([0x5b, 0x00, 0xff]);

    await journal.quarantine({ station, receivedAt: new Date(), action: "Boot", raw, error: "no \u0000 please" });

    expect(await rows("SELECT station_id, raw, error FROM quarantine")).toEqual([
      { station_id: station, raw, error: "no \ufffd please" },
    ]);
  });
});

describe("the epoch", () => {
  it("refuses what an older connection says, and that alone", async () => {
    const stations = await addStations(sql, 20, { epoch: 8 });

    const results = await Promise.allSettled(
      stations.map((station, index) =>
        journal.commit({ station, epoch: index === 3 ? 7 : 8, frames: [frame({ id: index + 1 })] }),
      ),
    );

    expect(results[3]).toMatchObject({ status: "rejected", reason: expect.any(StaleConnection) });
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(19);
    expect(await rows("SELECT count(*)::int AS frames FROM journal.frame")).toEqual([{ frames: 19 }]);
  });

  it("is judged only after the gateway's lock is held, so that who takes a station over sees the last batch", async () => {
    const station = await addStation(sql, { epoch: 1 });
    await sql.query("SELECT pg_advisory_lock(4201, 1)");
    const late = journal.commit({ station, epoch: 1, frames: [frame({ id: 1 })] });
    await waitingForALock();
    const outcome = expect(late).rejects.toBeInstanceOf(StaleConnection);

    await sql.query("UPDATE station SET epoch = 2 WHERE id = $1", [station]);
    await sql.query("SELECT pg_advisory_unlock(4201, 1)");

    await outcome;
    expect(await rows("SELECT FROM journal.frame")).toEqual([]);
  });
});

describe("durability", () => {
  it("resolves nothing while a lock holds the commit back", async () => {
    const station = await addStation(sql);
    const other = await addStation(sql);
    await sql.query("BEGIN");
    await sql.query("SELECT FROM station WHERE id = $1 FOR UPDATE", [station]);
    const settled: string[] = [];
    const commits = [
      journal.commit({ station, epoch: 0, changes: { station: { vendor: "V" } } }).then(() => settled.push("first")),
      journal.commit({ station: other, epoch: 0, frames: [frame({ id: 1 })] }).then(() => settled.push("second")),
    ];
    await waitingForALock();
    expect(settled).toEqual([]);

    await sql.query("COMMIT");

    await Promise.all(commits);
    expect(settled).toEqual(["first", "second"]);
  });

  it("tries again after a deadlock that the database resolved against it", async () => {
    const stations = [await addStation(sql), await addStation(sql)] as const;
    await sql.query("SET deadlock_timeout = '10s'");
    await sql.query("BEGIN");
    await sql.query("UPDATE station SET name = 'x' WHERE id = $1", [stations[1]]);
    // The batch changes the first station and then waits for the second, which we hold; then we ask for the first.
    const commits = stations.map((station) =>
      journal.commit({ station, epoch: 0, changes: { station: { vendor: "V" } } }),
    );
    await waitingForALock();
    await sql.query("UPDATE station SET name = 'x' WHERE id = $1", [stations[0]]);
    await sql.query("COMMIT");

    await Promise.all(commits);

    expect(await rows("SELECT name, vendor FROM station")).toEqual([
      { name: "x", vendor: "V" },
      { name: "x", vendor: "V" },
    ]);
  });

  it("goes on after its connection was terminated, and nothing is written twice", async () => {
    const stations = await addStations(sql, 10);
    for (let round = 0; round < 5; round++) {
      const commits = stations.map((station, index) =>
        journal.commit({ station, epoch: 0, frames: [frame({ id: round * 10 + index + 1 })] }),
      );
      await sql.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'chargehand journal'",
      );
      await Promise.all(commits);
    }

    expect(await rows("SELECT count(*)::int AS frames, count(DISTINCT id)::int AS ids FROM journal.frame")).toEqual([
      { frames: 50, ids: 50 },
    ]);
  });

  it("says that a commit is unknown when it must end before the database has spoken", async () => {
    const station = await addStation(sql);
    await sql.query("BEGIN");
    await sql.query("SELECT FROM station WHERE id = $1 FOR UPDATE", [station]);
    const commit = journal.commit({ station, epoch: 0, changes: { station: { vendor: "V" } } });
    const outcome = expect(commit).rejects.toBeInstanceOf(CommitUnknown);
    await waitingForALock();

    await journal.close(10);

    await outcome;
    await sql.query("ROLLBACK");
    journal = await open();
  });
});

describe("pressure", () => {
  it("rises while the database cannot take what comes, is told once, and falls again", async () => {
    await journal.close();
    journal = await open({ maxQueue: 10 });
    const told: boolean[] = [];
    journal.onPressure((high) => told.push(high));
    const stations = await addStations(sql, 30);
    await sql.query("SELECT pg_advisory_lock(4201, 1)");
    const first = journal.commit({ station: stations[0] ?? 0, epoch: 0 });
    await waitingForALock();

    const rest = stations.slice(1, 13).map((station) => journal.commit({ station, epoch: 0 }));
    expect(journal.pressure()).toBeCloseTo(1.2);
    expect(told).toEqual([true]);
    await sql.query("SELECT pg_advisory_unlock(4201, 1)");
    await Promise.all([first, ...rest]);

    expect(told).toEqual([true, false]);
    expect(journal.pressure()).toBe(0);
  });
});

describe("seen", () => {
  it("is written in bulk, and never turns time back", async () => {
    const [one, two] = [await addStation(sql), await addStation(sql)];
    await sql.query("UPDATE station SET last_seen_at = '2030-01-01' WHERE id = $1", [two]);

    journal.seen(one, new Date("2026-01-01"));
    journal.seen(one, new Date("2026-01-02"));
    journal.seen(two, new Date("2026-01-02"));
    await journal.close();
    journal = await open();

    expect(await rows("SELECT last_seen_at FROM station ORDER BY id")).toEqual([
      { last_seen_at: new Date("2026-01-02") },
      { last_seen_at: new Date("2030-01-01") },
    ]);
  });
});

async function rows(text: string) {
  return (await sql.query(text)).rows;
}

/** Until the journal's own connection waits for a lock. */
const waitingForALock = () =>
  waitFor(
    async () =>
      (
        await rows(
          "SELECT FROM pg_stat_activity WHERE application_name = 'chargehand journal' AND wait_event_type = 'Lock' AND datname = current_database()",
        )
      ).length > 0,
    { what: "the journal to wait for a lock" },
  );
