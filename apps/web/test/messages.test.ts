import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole } from "./console";
import { addFrame, addStation, minutesAgo } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
let station: number;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
  station = (await addStation(house, { identity: "CS-1" })).id;
});
afterAll(() => house.close());

describe("a conversation", () => {
  it("has a call and its answer on one row, newest first, heartbeats aside", async () => {
    await addFrame(house, { station, at: minutesAgo(5), action: "Heartbeat" });
    const call = '[2,"a","StatusNotification",{"evseId":1,"connectorId":1,"connectorStatus":"Occupied"}]';
    await addFrame(house, { station, at: minutesAgo(4), call, answeredAt: new Date(minutesAgo(4).getTime() + 900) });
    await addFrame(house, {
      station,
      at: minutesAgo(3),
      direction: "out",
      action: "Reset",
      answer: null,
      verdict: "timeout",
    });
    await addFrame(house, {
      station,
      at: minutesAgo(2),
      action: "MeterValues",
      verdict: "FormationViolation",
      answer: '[4,"m","FormationViolation","",{}]',
    });

    const list = async (filter: object) =>
      (await console_.messages.list({ station, ...filter })).rows.map(({ action, verdict }) => [action, verdict]);
    const everything = [
      ["MeterValues", "error"],
      ["Reset", "no-answer"],
      ["StatusNotification", "ok"],
    ];
    expect(await list({})).toEqual(everything);
    expect(await list({ withHeartbeats: true })).toEqual([...everything, ["Heartbeat", "ok"]]);
    expect(await list({ verdict: "error" })).toEqual([["MeterValues", "error"]]);
    expect(await list({ verdict: "no-answer" })).toEqual([["Reset", "no-answer"]]);
    expect(await list({ verdict: "slow" })).toEqual([["StatusNotification", "ok"]]);
    expect(await list({ from: "us" })).toEqual([["Reset", "no-answer"]]);
    expect(await list({ action: "status" })).toEqual([["StatusNotification", "ok"]]);

    const first = await console_.messages.list({ station, limit: 2 });
    const rest = await console_.messages.list({ station, cursor: first.next });
    expect(rest.rows).toMatchObject([
      { station: "CS-1", from: "station", says: "#1/1 Occupied", answer: "ok", latencyMs: expect.closeTo(900, 0) },
    ]);
    expect(await console_.messages.actions({ station })).toContainEqual({ action: "Heartbeat", count: 1 });
  });

  it("tells of what was written late, though it came before what is shown", async () => {
    const { id } = await addStation(house, { identity: "LATE-1" });
    const now = Date.now();
    await addFrame(house, { station: id, at: new Date(now - 900), call: '[2,"first","DataTransfer",{}]' });
    await addFrame(house, { station: id, at: new Date(now - 100), call: '[2,"third","DataTransfer",{}]' });
    const { rows } = await console_.messages.list({ station: id });
    const state = { after: rows[0]?.id ?? "", recent: { since: rows[1]?.id ?? "", count: 2 } };
    expect((await console_.messages.tail({ station: id, ...state })).rows).toEqual([]);
    await addFrame(house, { station: id, at: new Date(now - 500), call: '[2,"second","DataTransfer",{}]' });
    const late = (await console_.messages.tail({ station: id, ...state })).rows;
    expect(late.map(({ messageId }) => messageId)).toEqual(["first", "second", "third"]);
  });

  it("says how long it is kept", async () => {
    await house.pool.query("INSERT INTO gateway (started_at, beat_at, frame_days) VALUES (now(), now(), 30)");
    const { days, oldest } = await console_.messages.kept();
    expect(days).toBe(30);
    expect(oldest?.getTime()).toBeLessThan(Date.now());
  });

  it("is everybody's when no station is named", async () => {
    const other = await addStation(house, { identity: "CS-2" });
    await addFrame(house, { station: other.id, at: minutesAgo(1), action: "Authorize" });
    const { rows } = await console_.messages.list({});
    const known = rows.map(({ station }) => station).filter((identity) => identity.startsWith("CS-"));
    expect(known).toEqual(["CS-2", "CS-1", "CS-1", "CS-1"]);
  });

  it("goes on from any message, and tells when an earlier call is answered", async () => {
    const { id: quiet } = await addStation(house, { identity: "CS-3" });
    const asked = await addFrame(house, {
      station: quiet,
      at: minutesAgo(0.5),
      direction: "out",
      answer: null,
      verdict: "sent",
    });
    await addFrame(house, { station: quiet, at: minutesAgo(0.4), action: "Authorize" });
    const [newest] = (await console_.messages.list({ station: quiet })).rows;
    const after = newest?.id ?? "";
    const open = [(await console_.messages.list({ station: quiet })).rows[1]?.id ?? ""];
    const tail = async () => (await console_.messages.tail({ station: quiet, after, open })).rows;
    expect(await tail()).toEqual([]);

    await house.pool.query(
      "UPDATE journal.frame SET answer = '[3,\"m\",{}]', answered_at = now(), verdict = 'ok' WHERE id = $1",
      [asked],
    );
    await addFrame(house, { station: quiet, action: "BootNotification" });
    expect((await tail()).map(({ action, verdict }) => [action, verdict])).toEqual([
      ["StatusNotification", "ok"],
      ["BootNotification", "ok"],
    ]);
  });
});

describe("one message", () => {
  it("is found by its reference, to the microsecond, with what about it breaks its schema", async () => {
    const { id: strict } = await addStation(house, { identity: "CS-4", version: "2.0.1" });
    const call =
      '[2,"x","StatusNotification",{"timestamp":"2026-11-23T10:00:00Z","evseId":1,"connectorId":1,"connectorStatus":"Ocupied"}]';
    await addFrame(house, { station: strict, call, verdict: "PropertyConstraintViolation" });
    await house.pool.query(
      "UPDATE journal.frame SET received_at = received_at + interval '7 microseconds' WHERE station_id = $1",
      [strict],
    );

    const [row] = (await console_.messages.list({ station: strict })).rows;
    const message = await console_.messages.byRef({ ref: row?.id ?? "" });
    expect(message).toMatchObject({ call, verdict: "error", answer: "PropertyConstraintViolation", version: "2.0.1" });
    expect(message.violations).toHaveLength(1);
    expect(message.violations[0]?.path).toContain("connectorStatus");
  });

  it("that is not kept any more is not found, and a made-up reference is refused", async () => {
    await expect(console_.messages.byRef({ ref: `${station}.1.1` })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(console_.messages.byRef({ ref: "../etc" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("never shows a secret, in the list or whole", async () => {
    const { id: safe } = await addStation(house, { identity: "CS-5", version: "1.6" });
    const call = '[2,"x","ChangeConfiguration",{"key":"AuthorizationKey","value":"00112233445566778899"}]';
    await addFrame(house, { station: safe, direction: "out", action: "ChangeConfiguration", call });
    const list = await console_.messages.list({ station: safe });
    const message = await console_.messages.byRef({ ref: list.rows[0]?.id ?? "" });
    expect(JSON.stringify([list, message])).not.toContain("0011223344");
    expect(message.call).toContain("AuthorizationKey");
  });
});

describe("the tail of a rare conversation", () => {
  it("goes on past any number of messages that do not fit", async () => {
    const { id } = await addStation(house, { identity: "RARE-1" });
    await addFrame(house, { station: id, at: minutesAgo(1), call: '[2,"r1","DataTransfer",{"vendorId":"rare"}]' });
    const [first] = (await console_.messages.list({ station: id })).rows;
    await house.pool.query(
      `INSERT INTO journal.frame (id, station_id, received_at, direction, message_id, action, call, verdict, epoch)
       SELECT 900000 + n, $1, now() - interval '30 seconds' + n * interval '1 millisecond', 0, 'x' || n, 'DataTransfer', '[2,"x","DataTransfer",{}]', 'ok', 0
       FROM generate_series(1, 1500) n`,
      [id],
    );
    await addFrame(house, { station: id, call: '[2,"r2","DataTransfer",{"vendorId":"rare"}]' });
    let after = first?.id ?? "";
    const seen: (string | undefined)[] = [];
    for (let isMore = true; isMore; ) {
      const next = await console_.messages.tail({ station: id, q: "vendorId:rare", after });
      seen.push(...next.rows.map(({ messageId }) => messageId));
      after = next.upTo ?? after;
      isMore = next.isMore;
    }
    expect(seen).toEqual(["r2"]);
  });
});
