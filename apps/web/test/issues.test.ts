import { insertEvents } from "@chargehand/db/events";
import type { DomainEvent } from "@chargehand/domain/event";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { follow } from "../src/server/issues/follow";
import { startFollower } from "../src/server/issues/follower";
import { collect } from "../src/server/webhooks/collect";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { followerOf } from "./followed";
import { addConnector, addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
let people: ReturnType<TestConsole["as"]>;
const closing: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  house = await openConsole();
  people = house.as(operator);
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
  await house.close();
});

describe("an issue", () => {
  it("opens with a fault, is over ten minutes after the connector is well, and every step is told once", async () => {
    const { id: station } = await addStation(house, { identity: "CS-1", site: "North" });
    await caughtUp();
    await happens({ type: "connector.faulted", evse: 1, connector: 1, errorCode: "GroundFailure" }, station);
    await caughtUp();
    expect(await list()).toMatchObject([
      {
        kind: "fault",
        severity: "major",
        state: "new",
        about: { code: "GroundFailure", evse: 1 },
        station: { identity: "CS-1" },
        site: { name: "North" },
        active: 1,
        children: 1,
      },
    ]);

    await happens({ type: "connector.available", evse: 1, connector: 1 }, station);
    await caughtUp();
    expect(await list()).toMatchObject([{ state: "watching", active: 0 }]);
    house.time.now = new Date(Date.now() + 11 * 60_000);
    await caughtUp();
    expect(await list()).toEqual([]);
    expect((await people.issues.list({ view: "over" })).rows).toMatchObject([{ state: "resolved", resolvedBy: null }]);
    expect(await told()).toEqual(["issue.opened", "issue.changed", "issue.resolved"]);
  });

  it("is made once by two processes that follow at the same time, and none is missed", async () => {
    const stations = await Promise.all(
      Array.from({ length: 12 }, (_, n) => addStation(house, { identity: `CS-${n}` })),
    );
    await caughtUp();
    closing.push(await begin(), await begin());
    const racing = Promise.all(Array.from({ length: 20 }, () => follow(followContext()).catch(ignoreLost)));
    for (const { id } of stations) await happens({ type: "connector.faulted", evse: 1, connector: 1 }, id);
    await racing;

    await waitFor(async () => (await list()).length === 12, { what: "an issue of each station", timeoutMs: 20_000 });
    expect(await house.prisma.issue.count()).toBe(12);
    expect((await told()).filter((type) => type === "issue.opened")).toHaveLength(12);
  });

  it("is made of what happened while nobody followed", async () => {
    const { id: station } = await addStation(house, { identity: "CS-1" });
    const first = await begin();
    await waitFor(async () => (await house.prisma.issueFollower.count()) === 1, { what: "somebody to follow" });
    await first.close();
    await happens({ type: "connector.faulted", evse: 2, connector: 1 }, station);

    closing.push(await begin());

    await waitFor(async () => (await list()).length === 1, { what: "the issue", timeoutMs: 15_000 });
  });

  it("that was there before anybody followed is there with the first look", async () => {
    const bad = await addStation(house, { identity: "BAD" });
    await addConnector(house, bad.id, { status: "faulted", errorCode: "OverCurrentFailure" });
    await addStation(house, { identity: "GONE", connected: false, disconnectedAt: minutesAgo(30) });
    await addStation(house, { identity: "STRANGER", approval: "waiting", connected: false });
    await addSession(house, bad.id, { attention: ["gap"], status: "ended", endedAt: minutesAgo(2) });
    await addSession(house, bad.id, { attention: ["gap"], checked: ["gap"], status: "ended", endedAt: minutesAgo(2) });
    await caughtUp();
    expect((await list()).map(({ kind, station }) => `${station?.identity} ${kind}`).toSorted()).toEqual([
      "BAD fault",
      "BAD session",
      "GONE offline",
    ]);
  });

  it("of a session is over when a person has decided about it", async () => {
    const { id: station } = await addStation(house, { identity: "CS-1" });
    const session = await addSession(house, station, { attention: ["gap"], status: "ended", endedAt: minutesAgo(2) });
    await caughtUp();
    const [issue] = await list();
    expect(issue).toMatchObject({ kind: "session", about: { session: session.id, attention: ["gap"] } });
    await house.prisma.session.update({ where: { id: session.id }, data: { checked: ["gap"] } });
    await happens({ type: "session.decided", session: session.id }, station);
    await caughtUp();
    expect(await list()).toEqual([]);
    expect((await people.issues.byId({ id: issue?.id ?? 0 })).sessions).toMatchObject([{ id: session.id }]);
  });

  it("of a command nobody saw happen is over when it was seen after all, and of a question there is none", async () => {
    const { id: stationId } = await addStation(house, { identity: "CS-1" });
    await caughtUp();
    const order = { stationId, type: "reset", command: { type: "reset", when: "now" }, expiresAt: new Date() };
    const { id: command } = await house.prisma.command.create({ data: order });
    const { id: probe } = await house.prisma.command.create({ data: { ...order, probeOf: command } });
    const unproven = (id: number): DomainEvent => ({ ...changed, command: id, proof: "unproven" });
    const changed = { type: "command.changed", commandType: "reset", delivery: "sent", answer: "accepted" } as const;
    await happens(unproven(command), stationId);
    await happens(unproven(probe), stationId);
    await caughtUp();
    expect(await list()).toMatchObject([{ kind: "unproven", severity: "minor", children: 1, about: { command } }]);
    await happens({ ...changed, command, proof: "confirmed" }, stationId);
    await caughtUp();
    expect(await list()).toEqual([]);
  });

  it("is one with forty children when a site loses power, and one message to whoever listens to that site", async () => {
    const site = await Promise.all(
      Array.from({ length: 40 }, (_, n) => addStation(house, { identity: `K-${n}`, site: "Köln" })),
    );
    await caughtUp();
    const sites = [site[0]?.siteId ?? 0];
    const hook = { name: "dispatch", url: "http://127.0.0.1:9/", types: ["issue.opened"], sites };
    await house.as(operator, { webhookHosts: ["127.0.0.1"] }).webhooks.create(hook);
    for (const { id } of site) await happens({ type: "station.disconnected", closeCode: 1006, closeReason: "" }, id);
    await caughtUp();
    expect(await list()).toEqual([]);
    house.time.now = new Date(Date.now() + 25_000);
    await caughtUp();
    const [issue, ...others] = await list();
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      severity: "critical",
      station: null,
      site: { name: "Köln" },
      active: 40,
      children: 40,
    });
    const { symptoms, history } = await people.issues.byId({ id: issue?.id ?? 0 });
    expect(symptoms).toHaveLength(40);
    expect(history).toMatchObject([{ type: "opened", data: { count: 40 } }]);
    const events = await house.pool.query("SELECT data FROM journal.event WHERE type = 'issue.opened'");
    expect(events.rows).toMatchObject([{ data: { children: 40, site: site[0]?.siteId } }]);
    await waitFor(
      async () => {
        await collect(house.pool, new Date());
        return (await house.prisma.webhookDelivery.count()) > 0;
      },
      { what: "the message to whoever dispatches", timeoutMs: 15_000 },
    );
    expect(await house.prisma.webhookDelivery.count()).toBe(1);
  });
});

describe("an operator", () => {
  it("acknowledges, hands on, mutes and writes about it, each in the history and in the audit trail", async () => {
    const id = await faulted();
    await people.issues.acknowledge({ issues: [id] });
    expect(await list()).toMatchObject([{ state: "acknowledged", owner: { name: "Ada" } }]);
    await people.issues.assign({ issues: [id], to: viewer.id });
    await people.issues.note({ issue: id, text: "Technician is on the way." });
    await people.issues.mute({ issues: [id], until: new Date(Date.now() + 3_600_000) });
    expect(await list()).toEqual([]);
    expect((await people.issues.list({ view: "muted" })).rows).toMatchObject([{ owner: { name: "Bob" } }]);
    await people.issues.mute({ issues: [id], until: null });

    const { history } = await people.issues.byId({ id });
    expect(history.map(({ type, actor }) => [type, actor])).toEqual([
      ["unmuted", "Ada"],
      ["muted", "Ada"],
      ["note", "Ada"],
      ["assigned", "Ada"],
      ["acknowledged", "Ada"],
      ["opened", null],
    ]);
    const audits = await house.prisma.audit.findMany({ where: { subject: `issue:${id}` }, orderBy: { id: "asc" } });
    expect(audits.map(({ action }) => action)).toEqual([
      "issue.acknowledge",
      "issue.assign",
      "issue.note",
      "issue.mute",
      "issue.unmute",
    ]);
    expect(audits[0]).toMatchObject({ before: { state: "new", owner: null }, after: { state: "acknowledged" } });
  });

  it("cannot close what only the station can show to be over, and closes what it cannot", async () => {
    const id = await faulted();
    await expect(people.issues.close({ issues: [id], reason: "gone" })).rejects.toThrow(/when the station shows/);
    const { id: station } = await addStation(house, { identity: "CS-S" });
    await happens({ type: "security.reported", what: "TamperDetectionActivated", critical: true }, station);
    await happens({ type: "security.reported", what: "ResetOrReboot", critical: true }, station);
    await caughtUp();
    const issue = (await list()).find(({ kind }) => kind === "security");
    expect(issue).toMatchObject({ severity: "critical", children: 1 });
    await people.issues.close({ issues: [issue?.id ?? 0], reason: "It was us." });
    expect((await people.issues.list({ view: "over" })).rows).toMatchObject([
      { id: issue?.id, resolvedBy: "Ada", active: 0 },
    ]);
  });

  it("finds the most urgent first, a window at a time", async () => {
    for (const n of [1, 2, 3]) await faulted(`CS-${n}`);
    const { id: station } = await addStation(house, { identity: "CS-S" });
    await happens({ type: "security.reported", what: "TamperDetectionActivated", critical: true }, station);
    await caughtUp();
    const first = await people.issues.list({ limit: 3 });
    const second = await people.issues.list({ limit: 3, cursor: first.next });
    expect([...first.rows, ...second.rows].map(({ station }) => station?.identity)).toEqual([
      "CS-S",
      "CS-3",
      "CS-2",
      "CS-1",
    ]);
    expect(second.next).toBeUndefined();
    expect(await people.issues.counts()).toEqual({ open: 4, unowned: 4, mine: 0, muted: 0, critical: 1 });
  });
});

async function faulted(identity = "CS-1"): Promise<number> {
  const { id: station } = await addStation(house, { identity });
  await caughtUp();
  await happens({ type: "connector.faulted", evse: 1, connector: 1, errorCode: "GroundFailure" }, station);
  await caughtUp();
  const { id } = await house.prisma.issue.findFirstOrThrow({ where: { stationId: station } });
  return id;
}

const followContext = () => followerOf(house).context;

function begin() {
  const { prisma, clock } = house.context(operator);
  const context = { ...followContext(), prisma, clock, bus: house.bus };
  return startFollower({ ...context, onError: (error) => house.errors.push(error) });
}

const caughtUp = () => followerOf(house).caughtUp();

const list = async () => (await people.issues.list({})).rows;

async function told(): Promise<string[]> {
  const { rows } = await house.pool.query<{ type: string }>(
    "SELECT type FROM journal.event WHERE type LIKE 'issue.%' ORDER BY xid, id",
  );
  return rows.map(({ type }) => type);
}

const happens = (event: DomainEvent, station: number) => insertEvents(house.pool, [{ station, event }]);

/** Two that begin at once may meet at the same row; one of them reads on later. */
const ignoreLost = () => undefined;
