import { insertEvents } from "@chargehand/db/events";
import type { DomainEvent } from "@chargehand/domain/event";
import { waitFor } from "@chargehand/testing/wait-for";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeMetrics } from "../src/server/metrics";
import type { Rounds } from "../src/server/rounds";
import { collect } from "../src/server/webhooks/collect";
import { startDispatcher } from "../src/server/webhooks/dispatcher";
import type { PostRules } from "../src/server/webhooks/post";
import { openConsole, operator, pepper, type TestConsole } from "./console";
import { addStation } from "./network";
import { ok, openReceiver, type Receiver, saying, silent } from "./receiver";

let house: TestConsole;
let receiver: Receiver;
let people: ReturnType<TestConsole["as"]>;
const closing: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  house = await openConsole();
  receiver = await anotherReceiver();
  people = house.as(operator, { webhookHosts: ["127.0.0.1"] });
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
  await house.close();
});

describe("an event", () => {
  it("reaches its receiver signed as the Standard Webhooks specification says", async () => {
    const { id: station } = await addStation(house, { identity: "CS-1" });
    const { secret } = await listen();
    await dispatch();
    await happens({ type: "session.started", session: 7 }, station);

    const [message] = await receiver.until(1);

    const verified = new Webhook(secret).verify(message?.body ?? "", textOf(message?.headers));
    expect(verified).toMatchObject({
      delivery: message?.headers["webhook-id"],
      id: expect.stringMatching(/^\d+-\d+$/),
      type: "session.started",
      station: { id: "CS-1", number: station },
      data: { session: 7 },
    });
    expect(message?.headers["content-type"]).toBe("application/json");
    expect(() => new Webhook(secret).verify(`${message?.body} `, textOf(message?.headers))).toThrow();
  });

  it("reaches only those who want it", async () => {
    const north = await addStation(house, { identity: "N-1", site: "North" });
    const south = await addStation(house, { identity: "S-1", site: "South" });
    const other = await addStation(house, { identity: "O-1" });
    const byType = await anotherReceiver();
    const bySite = await anotherReceiver();
    await listen({ stations: ["N-1"], sites: [south.siteId ?? 0] });
    await listen({ url: byType.url, types: ["session.ended"] });
    await listen({ url: bySite.url, sites: [north.siteId ?? 0] });
    await dispatch();
    for (const { id } of [north, south, other]) await happens({ type: "session.started", session: id }, id);
    await happens({ type: "session.ended", session: other.id, endedBy: "station" }, other.id);

    expect(sessionsIn(await receiver.until(2))).toEqual([north.id, south.id]);
    expect(sessionsIn(await byType.until(1))).toEqual([other.id]);
    expect(sessionsIn(await bySite.until(1))).toEqual([north.id]);
  });

  it("is delivered once by two processes, and every one is", async () => {
    await listen();
    await Promise.all([dispatch(), dispatch()]);
    const names = Array.from({ length: 120 }, (_, number) => String(number));
    for (const name of names) await happens(token(name));

    await receiver.until(names.length);
    await settled(names.length);
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.token).toSorted()).toEqual(names.toSorted());
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(names.length);
  });

  it("is sent although the process ended between writing it down and sending it", async () => {
    await listen();
    await insertEvents(house.pool, [{ event: token("A") }]);
    await waitFor(
      async () => {
        await collect(house.pool, new Date());
        return (await house.prisma.webhookDelivery.count()) === 1;
      },
      { what: "the delivery" },
    );

    await dispatch();

    expect(await receiver.until(1)).toHaveLength(1);
  });

  it("is sent again by the same id when the process that was sending it is gone", async () => {
    const { id } = await listen();
    receiver.told.answer = silent;
    const dying = await dispatch();
    await people.webhooks.ping({ id });
    await receiver.until(1);
    // What a killed process leaves: its claim, and a lease that runs out.
    await house.prisma.webhookDelivery.updateMany({ data: { claim: "the dead" } });
    await dying.close();
    receiver.told.answer = ok;
    await dispatch();
    await due();

    const [first, second] = await receiver.until(2);

    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    expect(second?.body).toBe(first?.body);
  });
});

describe("a receiver that does not take a message", () => {
  it("is asked again later, by the same id, and its log says what it answered", async () => {
    const { id } = await listen();
    receiver.told.answer = saying(500, {}, "out of\0 order");
    await dispatch();
    await people.webhooks.ping({ id });
    const failed = await delivery(id, ({ attempts }) => attempts === 1);
    expect(failed).toMatchObject({ status: "pending", lastCode: 500 });
    const wait = Number(failed.nextAttemptAt) - Date.now();
    expect(wait).toBeGreaterThan(5_000);
    expect(wait).toBeLessThan(12_000);
    expect((await webhook(id)).failingSince).toBeInstanceOf(Date);
    const figures = await makeMetrics({ pool: house.pool, live: house.live }).text();
    expect(figures).toContain('chargehand_webhooks{state="failing"} 1');
    expect(figures).toContain("chargehand_webhook_messages_waiting 1");

    receiver.told.answer = ok;
    await due();

    const taken = await delivery(id, ({ status }) => status === "delivered");
    const { tries, body } = await people.webhooks.delivery({ id: taken.id });
    expect(tries).toMatchObject([{ responseCode: 204 }, { responseCode: 500, responseBody: "out of order" }]);
    expect(tries.every(({ durationMs }) => durationMs >= 0)).toBe(true);
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([taken.id, taken.id]);
    expect(receiver.received.map((one) => one.body)).toEqual([body, body]);
    expect((await webhook(id)).failingSince).toBeUndefined();
  });

  it("is left alone for as long as it asks", async () => {
    const { id } = await listen();
    receiver.told.answer = saying(503, { "retry-after": "7200" });
    await dispatch();
    await people.webhooks.ping({ id });
    const { nextAttemptAt } = await delivery(id, ({ attempts }) => attempts === 1);
    expect(Number(nextAttemptAt) - Date.now()).toBeGreaterThan(7_100_000);
  });

  it("is not followed elsewhere", async () => {
    const elsewhere = await anotherReceiver();
    const { id } = await listen();
    receiver.told.answer = saying(307, { location: elsewhere.url });
    await dispatch();
    await people.webhooks.ping({ id });
    expect(await delivery(id, ({ attempts }) => attempts === 1)).toMatchObject({ status: "pending", lastCode: 307 });
    expect(elsewhere.received).toEqual([]);
  });

  it("gets no more of a message after the last attempt", async () => {
    const { id } = await listen();
    receiver.told.answer = saying(500);
    await dispatch();
    await people.webhooks.ping({ id });
    await delivery(id, ({ attempts }) => attempts === 1);
    await house.prisma.webhookDelivery.updateMany({ data: { attempts: 11, nextAttemptAt: new Date() } });
    house.bus.publish("events");
    expect(await delivery(id, ({ status }) => status === "failed")).toMatchObject({ attempts: 12 });
  });

  it("is turned off after three days in which it took nothing, and what waits for it is dropped", async () => {
    const { id } = await listen();
    receiver.told.answer = saying(500);
    await dispatch();
    await people.webhooks.ping({ id });
    await delivery(id, ({ attempts }) => attempts === 1);
    expect((await webhook(id)).enabled).toBe(true);
    await house.prisma.webhook.updateMany({ data: { failingSince: new Date(Date.now() - 4 * 86_400_000) } });
    await due();

    await waitFor(async () => !(await webhook(id)).enabled, { what: "it to be turned off" });
    expect(await webhook(id)).toMatchObject({ off: "failing", waiting: 0 });
    const audits = await house.prisma.audit.findMany({ where: { action: "webhook.disable" } });
    expect(audits).toMatchObject([{ actor: "system", subject: `webhook:${id}`, after: { reason: "failing" } }]);
  });

  it("is turned off at once when it says that it is gone, and hears again from when it is turned on", async () => {
    const { id } = await listen();
    receiver.told.answer = saying(410);
    await dispatch();
    await people.webhooks.ping({ id });
    await waitFor(async () => (await webhook(id)).off === "gone", { what: "it to be turned off" });
    await expect(people.webhooks.ping({ id })).rejects.toThrow(/off/);
    await happens(token("while it was off"));

    receiver.told.answer = ok;
    await readable();
    await people.webhooks.change({ id, enabled: true });
    await happens(token("since it is on"));

    const [, second] = await receiver.until(2);
    expect(JSON.parse(second?.body ?? "").data.token).toBe("since it is on");
  });

  it("holds nobody else up, and gets a few messages at a time", async () => {
    const quick = await anotherReceiver();
    receiver.told.answer = silent;
    await listen();
    await listen({ url: quick.url });
    await dispatch();
    for (let number = 0; number < 30; number++) await happens(token(String(number)));

    await quick.until(30);
    expect(receiver.mostOpen()).toBe(4);
  });

  it("keeps its place in the story once ten thousand messages wait for it, and goes on from there", async () => {
    const { id } = await listen();
    const later = new Date(Date.now() + 3_600_000);
    await house.pool.query(
      `INSERT INTO webhook_delivery (message_id, webhook_id, type, body, next_attempt_at, created_at)
       SELECT 'waits-' || n, $1, 'ping', '{}', $2, now() FROM generate_series(1, 10000) n`,
      [id, later],
    );
    await insertEvents(house.pool, [{ event: token("not forgotten") }]);
    await readable();
    const before = await house.prisma.webhook.findUniqueOrThrow({ where: { id } });
    await collect(house.pool, new Date());
    expect(await house.prisma.webhook.findUniqueOrThrow({ where: { id } })).toEqual(before);

    await house.prisma.webhookDelivery.deleteMany({ where: { messageId: { in: ["waits-1", "waits-2"] } } });
    await dispatch();
    const [message] = await receiver.until(1);
    expect(JSON.parse(message?.body ?? "").data.token).toBe("not forgotten");
  });

  it("is given up on after a while, however slowly it goes on talking", async () => {
    const { id } = await listen();
    receiver.told.answer = silent;
    await dispatch({ timeoutMs: 200 });
    await people.webhooks.ping({ id });
    const { id: message } = await delivery(id, ({ attempts }) => attempts === 1);
    expect((await people.webhooks.delivery({ id: message })).tries[0]?.error).toContain("no answer within 0.2 seconds");

    receiver.told.answer = (response) => {
      response.writeHead(200);
      const more = () => response.write("x".repeat(100_000), () => setImmediate(more));
      response.on("error", () => {});
      more();
    };
    await due();
    await delivery(id, ({ status }) => status === "delivered");
    expect((await people.webhooks.delivery({ id: message })).tries[0]?.responseBody).toHaveLength(2_048);
  });
});

describe("a person", () => {
  it("sends a message again by hand, also one that was taken", async () => {
    const { id } = await listen();
    await dispatch();
    await people.webhooks.ping({ id });
    const { id: message } = await delivery(id, ({ status }) => status === "delivered");

    await people.webhooks.redeliver({ id: message });

    const [first, second] = await receiver.until(2);
    expect(second).toMatchObject({ body: first?.body, headers: { "webhook-id": message } });
    await delivery(id, ({ status }) => status === "delivered");
    expect((await people.webhooks.delivery({ id: message })).tries).toHaveLength(2);
  });

  it("turns it off, gives it another secret and forgets it, each in the audit trail without the secret", async () => {
    const { id, secret } = await listen();
    const renewed = await people.webhooks.renewSecret({ id });
    await dispatch();
    await people.webhooks.ping({ id });
    const [message] = await receiver.until(1);
    expect(() => new Webhook(secret).verify(message?.body ?? "", textOf(message?.headers))).toThrow();
    expect(new Webhook(renewed.secret).verify(message?.body ?? "", textOf(message?.headers))).toMatchObject({
      type: "ping",
    });
    await people.webhooks.change({ id, enabled: false, name: "quiet" });
    expect(await webhook(id)).toMatchObject({ name: "quiet", enabled: false, off: "by-hand" });
    await people.webhooks.delete({ id });

    await expect(people.webhooks.byId({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const audits = await house.prisma.audit.findMany({ where: { subject: `webhook:${id}` }, orderBy: { id: "asc" } });
    expect(audits.map(({ action }) => action)).toEqual(
      ["create", "secret", "ping", "change", "delete"].map((verb) => `webhook.${verb}`),
    );
    expect(JSON.stringify(audits, (_, value) => String(value))).not.toContain(secret.slice(6));
    expect(JSON.stringify(audits, (_, value) => String(value))).not.toContain(renewed.secret.slice(6));
  });

  it("finds no secret in the database, and is told when the pepper is another", async () => {
    const { id, secret } = await listen();
    const stored = await house.prisma.webhook.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(stored)).not.toContain(secret.slice(6));
    await dispatch({}, "another pepper, which opens no secret");
    await people.webhooks.ping({ id });
    const { id: message } = await delivery(id, ({ attempts }) => attempts === 1);
    expect((await people.webhooks.delivery({ id: message })).tries[0]?.error).toContain("pepper");
    expect(receiver.received).toEqual([]);
  });

  it("is told what does not exist", async () => {
    await expect(listen({ stations: ["nowhere"] })).rejects.toThrow(/nowhere/);
    await expect(listen({ sites: [999] })).rejects.toThrow(/999/);
    await expect(listen({ types: ["session.exploded"] })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(people.webhooks.deliveries({ webhook: 999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(people.webhooks.redeliver({ id: "msg_none" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("stops at once, and what it was sending is due again without counting as a try", async () => {
  const { id } = await listen();
  receiver.told.answer = silent;
  const dispatcher = await dispatch();
  await people.webhooks.ping({ id });
  await receiver.until(1);
  const begun = Date.now();
  await dispatcher.close();
  expect(Date.now() - begun).toBeLessThan(2_000);
  expect(await delivery(id, () => true)).toMatchObject({ status: "pending", attempts: 0 });

  receiver.told.answer = ok;
  await dispatch();
  expect(await delivery(id, ({ status }) => status === "delivered")).toMatchObject({ attempts: 1 });
});

it("begins anew where a restored database stands, instead of waiting for numbers that are years away", async () => {
  await listen();
  await house.prisma.webhook.updateMany({ data: { cursor: "999999999999-7" } });
  await readable();
  await collect(house.pool, new Date());
  await dispatch();
  await happens(token("after the restore"));

  const [message] = await receiver.until(1);
  expect(JSON.parse(message?.body ?? "").data.token).toBe("after the restore");
});

it("keeps thirty days of what was sent", async () => {
  const { id } = await listen();
  const first = await dispatch();
  await people.webhooks.ping({ id });
  await delivery(id, ({ status }) => status === "delivered");
  await first.close();
  await house.prisma.webhookDelivery.updateMany({ data: { createdAt: new Date(Date.now() - 31 * 86_400_000) } });
  await dispatch();
  await waitFor(async () => (await house.prisma.webhookDelivery.count()) === 0, { what: "the old to be gone" });
  expect(await house.prisma.webhookAttempt.count()).toBe(0);
});

async function anotherReceiver() {
  const opened = await openReceiver();
  closing.push(opened);
  return opened;
}

async function dispatch(rules: Partial<PostRules> = {}, secretPepper = pepper): Promise<Rounds> {
  const { pool, prisma, clock } = house.context(operator);
  const dispatcher = await startDispatcher({
    pool,
    prisma,
    bus: house.bus,
    clock,
    secretPepper,
    rules: { allowed: ["127.0.0.1"], ...rules },
    onError: (error) => house.errors.push(error),
  });
  closing.unshift(dispatcher);
  return dispatcher;
}

type Listening = Parameters<typeof people.webhooks.create>[0];
const listen = (more: Partial<Listening> = {}) =>
  people.webhooks.create({ name: "billing", url: receiver.url, ...more });

const webhook = (id: number) => people.webhooks.byId({ id });
const token = (name: string): DomainEvent => ({ type: "token.changed", token: name });

async function happens(event: DomainEvent, station?: number) {
  await insertEvents(house.pool, [{ station, event }]);
  house.bus.publish("events");
}

/** Lets no time pass: what waits is due now. */
async function due() {
  await house.prisma.webhookDelivery.updateMany({ where: { status: "pending" }, data: { nextAttemptAt: new Date() } });
  house.bus.publish("events");
}

/** The one message of a webhook, once it is as it should be. */
async function delivery(
  id: number,
  isSo: (row: Awaited<ReturnType<typeof people.webhooks.deliveries>>["rows"][number]) => boolean,
) {
  let row: Awaited<ReturnType<typeof people.webhooks.deliveries>>["rows"][number] | undefined;
  await waitFor(
    async () => {
      [row] = (await people.webhooks.deliveries({ webhook: id })).rows;
      return row !== undefined && isSo(row);
    },
    { what: "the delivery to be so", timeoutMs: 15_000 },
  );
  if (!row) throw new Error("there is no delivery");
  return row;
}

const settled = (count: number) =>
  waitFor(async () => (await house.prisma.webhookDelivery.count({ where: { status: "delivered" } })) === count, {
    what: "every delivery to be settled",
  });

/** A writer in any database of the server holds events back, also one of another test. */
const readable = () =>
  waitFor(
    async () => {
      const { rows } = await house.pool.query(
        "SELECT 1 FROM journal.event WHERE xid >= pg_snapshot_xmin(pg_current_snapshot()) LIMIT 1",
      );
      return rows.length === 0;
    },
    { what: "every event to be past the oldest writer" },
  );

const sessionsIn = (received: Receiver["received"]) => received.map(({ body }) => JSON.parse(body).data.session);

const textOf = (headers: Receiver["received"][number]["headers"] = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
