import { indexFrames } from "@chargehand/db/frame-index";
import { recountFrames } from "@chargehand/db/frame-recount";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole } from "./console";
import { addFrame, addStation, minutesAgo } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
  const site = await house.prisma.site.create({ data: { name: "Köln Süd", timeZone: "Europe/Berlin" } });
  const here = (await addStation(house, { identity: "HERE-1" })).id;
  const there = (await addStation(house, { identity: "THERE-1" })).id;
  await house.prisma.station.update({ where: { id: there }, data: { siteId: site.id } });
  const status = (id: string, payload: object) => `[2,"${id}","StatusNotification",${JSON.stringify(payload)}]`;

  await addFrame(house, {
    station: here,
    at: minutesAgo(60),
    call: status("a", { connectorId: 2, status: "Faulted" }),
  });
  await addFrame(house, {
    station: there,
    at: minutesAgo(50),
    call: status("b", { connectorId: 1, status: "Faulted" }),
  });
  await addFrame(house, {
    station: here,
    at: minutesAgo(40),
    action: "StartTransaction",
    call: '[2,"c","StartTransaction",{"connectorId":2,"idTag":"TAG-7","meterStart":1200,"timestamp":"2026-11-23T10:00:00Z"}]',
    answeredAt: new Date(minutesAgo(40).getTime() + 1_700),
  });
  await addFrame(house, {
    station: there,
    at: minutesAgo(30),
    direction: "out",
    action: "RemoteStartTransaction",
    call: '[2,"d","RemoteStartTransaction",{"idTag":"TAG-8"}]',
    answer: '[3,"d",{"status":"Rejected"}]',
  });
  await addFrame(house, {
    station: here,
    at: minutesAgo(20),
    action: "StatusNotification",
    call: status("e", { connectorId: 2, status: "Ocupied" }),
    verdict: "PropertyConstraintViolation",
    answer: '[4,"e","PropertyConstraintViolation","$.status",{}]',
  });
  await addFrame(house, { station: here, at: minutesAgo(10), action: "Heartbeat", call: '[2,"f","Heartbeat",{}]' });
  await addFrame(house, {
    station: there,
    at: minutesAgo(5),
    direction: "out",
    action: "ChangeConfiguration",
    call: '[2,"g","ChangeConfiguration",{"key":"AuthorizationKey","value":"00112233445566778899"}]',
  });
});
afterAll(() => house.close());

it("finds what is spelt with escapes, and numbers however they are written", async () => {
  const { id } = await addStation(house, { identity: "SPELT-1" });
  await addFrame(house, {
    station: id,
    at: minutesAgo(0.5),
    call: '[2,"u","DataTransfer",{"vendorId":"\\u0061cme-x","data":1e3}]',
  });
  expect(await found("vendorId:acme-x")).toBe("u");
  expect(await found("data:1000 since:1h")).toBe("u");
  await house.pool.query("DELETE FROM journal.frame WHERE station_id = $1", [id]);
});

const found = async (q: string) =>
  (await console_.messages.list({ q })).rows.map(({ messageId }) => messageId).join("");

const questions = [
  ["everything but heartbeats", "", "gedcba"],
  ["a station", "station:HERE-1", "eca"],
  ["stations of a site", 'site:"Köln Süd"', "gdb"],
  ["all but those of a site", '-site:"köln süd"', "eca"],
  ["an action, whatever its case", "action:statusnotification", "eba"],
  ["a part of an action", "action:*transaction", "dc"],
  ["who names heartbeats sees them", "action:heartbeat", "f"],
  ["what we said", "dir:out", "gd"],
  ["errors, in short", "err", "e"],
  ["errors of an action", "err action:StatusNotification", "e"],
  ["what breaks its schema", "outcome:violation", "e"],
  ["slow answers", "latency:>1s", "c"],
  ["slow answers, in short", ">500ms", "c"],
  ["a field of the payload, wherever it is", "connectorId:2", "eca"],
  ["a field of the call by its whole name", "payload.connectorId:2 status:faulted", "a"],
  ["a field of the answer", "answer.status:Rejected", "d"],
  ["and not of the call", "answer.status:Faulted", ""],
  ["one of several values", "idTag:TAG-7,tag-8", "dc"],
  ["a beginning", "idTag:TAG-*", "dc"],
  ["a number", "meterStart:>=1200", "c"],
  ["and not beyond", "meterStart:>1200", ""],
  ["what it does not say", "-status:faulted action:Status*", "e"],
  ["a value anywhere", "faulted", "ba"],
  ["a part of an action's name, as a word", "remotestart", "d"],
  ["the name that a call and its answer share", "id:d", "d"],
  ["what was since then", "since:45m", "gedc"],
  ["what was until then", "until:45m", "ba"],
] as const;

describe.each([
  ["young frames, which are read through", async () => {}],
  ["old frames, of which there is an index", () => indexed()],
])("a search of everybody's %s", (_name, prepare) => {
  beforeAll(prepare);

  it.each(questions)("finds %s", async (_what, q, expected) => {
    expect(await found(q)).toBe(expected);
  });

  it("never finds a secret by what it is", async () => {
    expect(await found("value:00112233445566778899")).toBe("");
    expect(await found("value:0011*")).toBe("");
    expect(await found("key:AuthorizationKey")).toBe("g");
  });
});

const indexed = async () => {
  while ((await indexFrames(house.pool, { settledSeconds: 60 })) > 0);
};

describe("the index", () => {
  it("counts what it holds, each frame once, also when two gateways make it at once", async () => {
    await Promise.all([indexed(), indexed(), indexed()]);
    const { rows } = await house.pool.query(
      `SELECT (SELECT sum(frames)::int FROM journal.frame_words) AS words, (SELECT sum(frames)::int FROM journal.frame_tally) AS tally`,
    );
    expect(rows).toEqual([{ words: 7, tally: 7 }]);
    expect(await console_.messages.actions({})).toContainEqual({ action: "StatusNotification", count: 3 });
  });

  it("is gone on with where it ended, and what is too young for it is found all the same", async () => {
    const { id } = await addStation(house, { identity: "NEW-1" });
    await addFrame(house, { station: id, at: minutesAgo(2), call: '[2,"h","DataTransfer",{"vendorId":"acme"}]' });
    await addFrame(house, { station: id, at: minutesAgo(0.1), call: '[2,"i","DataTransfer",{"vendorId":"acme"}]' });
    await indexed();
    expect(await found("vendorId:acme")).toBe("ih");
  });
});

describe("frames that are written late", () => {
  it("are found once the minutes were counted again, and those around them still once", async () => {
    const { id } = await addStation(house, { identity: "TARDY-1" });
    await addFrame(house, {
      station: id,
      at: minutesAgo(45.2),
      call: '[2,"late","DataTransfer",{"vendorId":"tardy"}]',
    });
    expect(await found("vendorId:tardy")).toBe("");
    expect(await recountFrames(house.pool)).toBe(1);
    expect(await found("vendorId:tardy")).toBe("late");
    expect(await found("faulted")).toBe("ba");
    expect(await recountFrames(house.pool)).toBe(0);
    const { rows } = await house.pool.query(
      `SELECT (SELECT sum(frames)::int FROM journal.frame_words) AS words, (SELECT sum(frames)::int FROM journal.frame_tally) AS tally`,
    );
    expect(rows[0].words).toBe(rows[0].tally);
  });
});

it("goes on window by window without losing or repeating one, with and without an index", async () => {
  const { id } = await addStation(house, { identity: "MANY-1" });
  for (let n = 0; n < 45; n++) {
    const call = `[2,"n${n}","DataTransfer",{"vendorId":"many"}]`;
    await addFrame(house, { station: id, at: minutesAgo(0.5 + Math.floor(n / 10) / 100), call });
  }
  const pages = async () => {
    const seen: (string | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const page = await console_.messages.list({ q: "vendorId:many since:5h", limit: 7, cursor });
      seen.push(...page.rows.map(({ messageId }) => messageId));
      cursor = page.next;
    } while (cursor !== undefined);
    return seen;
  };
  const young = await pages();
  expect(young).toHaveLength(45);
  expect(new Set(young).size).toBe(45);
  while ((await indexFrames(house.pool, { settledSeconds: 0, most: 20 })) > 0);
  expect(await pages()).toEqual(young);
});
