import { verifySecret } from "@chargehand/db/station-secret";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stationSorts } from "../src/server/stations/sorts";
import { openConsole, operator, pepper, type TestConsole, viewer } from "./console";
import { addConnector, addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);

  const first = await addStation(house, { identity: "CS-0001", site: "Köln Süd", vendor: "Voltara", model: "D150" });
  await addConnector(house, first.id, {
    evse: 1,
    status: "faulted",
    errorCode: "GroundFailure",
    receivedAt: minutesAgo(3),
  });
  await addConnector(house, first.id, { evse: 2, status: "occupied", activity: "charging" });
  await addSession(house, first.id, { evse: 2, powerW: 7_400, meterStartWh: 1_000, meterWh: 3_500, stateOfCharge: 40 });
  await addSession(house, first.id, {
    evse: 1,
    status: "ended",
    endedAt: minutesAgo(10),
    endReceivedAt: minutesAgo(10),
    meterStartWh: 0,
    meterEndWh: 14_200,
  });
  const second = await addStation(house, { identity: "CS-0002", site: "Köln Süd", version: "1.6", name: "Deck_2" });
  await addConnector(house, second.id, { status: "available" });
  const third = await addStation(house, { identity: "CS-0003", connected: false, disconnectedAt: minutesAgo(4) });
  await addConnector(house, third.id, { status: "faulted" });
  await addStation(house, { identity: "STRANGER", approval: "waiting", vendor: "Acme" });
});
afterAll(() => house.close());

const identities = async (q: string) => (await console_.stations.list({ q })).rows.map(({ identity }) => identity);

describe("the list of stations", () => {
  it("shows each with its connectors, what runs at them and what they draw", async () => {
    const { rows } = await console_.stations.list({});
    expect(rows.map(({ identity }) => identity)).toEqual(["CS-0001", "CS-0002", "CS-0003"]);
    expect(rows[0]).toMatchObject({
      site: { name: "Köln Süd" },
      powerW: 7_400,
      connectors: [
        { evse: 1, status: "faulted", errorCode: "GroundFailure", session: null },
        { evse: 2, status: "occupied", session: { powerW: 7_400, energyWh: 2_500, stateOfCharge: 40 } },
      ],
    });
    expect(rows[0]?.connectors[0]?.since).toBeInstanceOf(Date);
  });

  it("finds by any words of a station, its maker and its site, wildcards taken literally", async () => {
    expect(await identities("köln volt")).toEqual(["CS-0001"]);
    expect(await identities("deck_2")).toEqual(["CS-0002"]);
    expect(await identities("deckx2")).toEqual([]);
    expect(await identities("%")).toEqual([]);
  });

  it("narrows by what the operator sees: a fault of a silent station is not a fault but a silent station", async () => {
    expect(await identities("status:faulted")).toEqual(["CS-0001"]);
    expect(await identities("status:offline")).toEqual(["CS-0003"]);
    expect(await identities("status:charging status:available")).toEqual(["CS-0001", "CS-0002"]);
    expect(await identities("version:1.6")).toEqual(["CS-0002"]);
    expect(await identities('site:"Köln Süd" status:available')).toEqual(["CS-0002"]);
    expect(await identities("approval:waiting")).toEqual(["STRANGER"]);
  });

  it.each(stationSorts)("comes in windows that neither repeat nor skip, by %s", async (sort) => {
    for (const descending of [false, true]) {
      const all = await console_.stations.list({ sort, descending });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { rows, next } = await console_.stations.list({ sort, descending, limit: 1, cursor });
        seen.push(...rows.map(({ identity }) => identity));
        cursor = next;
      } while (cursor);
      expect(seen).toEqual(all.rows.map(({ identity }) => identity));
    }
  });

  it("counts what each further choice would leave", async () => {
    expect(await console_.stations.facets({ q: 'site:"köln süd"' })).toEqual({
      all: 3,
      matching: 2,
      status: [
        { value: "faulted", count: 1 },
        { value: "charging", count: 1 },
        { value: "available", count: 1 },
      ],
      version: [
        { value: "1.6", count: 1 },
        { value: "2.0.1", count: 1 },
      ],
      vendor: [{ value: "Voltara", count: 1 }],
      fw: [],
      site: [{ value: "Köln Süd", count: 2 }],
    });
    const narrowed = await console_.stations.facets({ q: 'status:faulted,charging version:2.0.1 site:"Köln Süd"' });
    expect(narrowed).toMatchObject({ matching: 1, version: [{ value: "1.6", count: 0 }, { value: "2.0.1" }].slice(1) });
    expect(narrowed.status.map(({ value }) => value)).toEqual(["faulted", "charging"]);
  });
});

describe("a station", () => {
  it("comes with its facts, what stands around it, its last sessions and what it can be told", async () => {
    const station = await console_.stations.byIdentity({ identity: "CS-0001" });
    expect(station).toMatchObject({
      address: "ws://gateway.example:9000/ocpp/CS-0001",
      lastSessions: [{ evse: 1, energyWh: 14_200 }],
      capabilities: { commands: { "ask-transaction-status": { supported: true } } },
    });
    expect(await console_.stations.around({ station: station.id })).toMatchObject({
      others: { all: 1, speaking: 1, faulted: 0 },
    });
    const older = await console_.stations.byIdentity({ identity: "CS-0002" });
    expect(older.capabilities.commands["ask-transaction-status"]).toMatchObject({ supported: false });
    expect(older.capabilities.resetOfOneEvse).toMatchObject({ supported: false });
  });

  it("that nobody knows is not found", async () => {
    await expect(console_.stations.byIdentity({ identity: "CS-9999" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("adding a station", () => {
  it("shows a secret once that the gateway will take, and never keeps it in clear", async () => {
    const made = await console_.stations.create({ identity: "CS/1".replace("/", "|"), name: "Tür 4" });
    expect(made).toMatchObject({ identity: "CS|1", address: "ws://gateway.example:9000/ocpp/CS%7C1" });
    const row = await house.prisma.station.findUniqueOrThrow({ where: { id: made.id } });
    expect(row).toMatchObject({ approval: "approved", securityProfile: 1, passwordless: false });
    const kept = { hash: row.secretHash ?? "", salt: row.secretSalt ?? "" };
    expect(verifySecret(Buffer.from(made.secret ?? ""), kept, pepper)).toBe("text");

    const everything = await house.pool.query(
      "SELECT (SELECT jsonb_agg(a)::text FROM audit a) || (SELECT jsonb_agg(e)::text FROM journal.event e) AS text",
    );
    expect(everything.rows[0].text).toContain("CS|1");
    expect(everything.rows[0].text).not.toContain(made.secret);
  });

  it("refuses a name that is taken, also in other letters, and one that cannot be dialled", async () => {
    await expect(console_.stations.create({ identity: "cs-0001" })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(console_.stations.create({ identity: "stranger" })).rejects.toThrow(/waits for approval/);
    for (const identity of ["", "a/b", "a:b", "a\nb", "x".repeat(256)]) {
      await expect(console_.stations.create({ identity })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });
});

describe("a station that came unannounced", () => {
  it("waits with what it said, and is taken in with a new secret; everybody is told", async () => {
    const [stranger] = await console_.stations.waiting();
    expect(stranger).toMatchObject({ identity: "STRANGER", vendor: "Acme" });
    const bells: string[] = [];
    const off = await house.bus.subscribe("commands", (station) => bells.push(station));

    const taken = await console_.stations.approve({ id: stranger?.id ?? 0, credentials: "new-secret" });
    expect(taken.secret).toMatch(/^[0-9a-f]{40}$/);
    expect(await console_.stations.waiting()).toEqual([]);
    await expect.poll(() => bells).toEqual([String(taken.id)]);
    off();

    const audits = await house.prisma.audit.findMany({ where: { subject: `station:${taken.id}` } });
    expect(audits).toMatchObject([{ action: "station.approve", actor: "Ada", before: { approval: "waiting" } }]);
    await expect(console_.stations.approve({ id: taken.id, credentials: "no-password" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("is taken without a password only when that is said out loud", async () => {
    const { id } = await addStation(house, { identity: "OPEN-1", approval: "waiting" });
    expect(await console_.stations.approve({ id, credentials: "no-password" })).toMatchObject({ secret: null });
    expect(await house.prisma.station.findUnique({ where: { id } })).toMatchObject({
      passwordless: true,
      securityProfile: 0,
    });
  });

  it("can be refused, and only while it waits", async () => {
    const { id } = await addStation(house, { identity: "NOT-OURS", approval: "waiting" });
    await console_.stations.refuse({ id });
    expect(await house.prisma.station.findUnique({ where: { id } })).toMatchObject({ approval: "refused" });
    await expect(console_.stations.refuse({ id })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  });
});

describe("a new secret", () => {
  it("replaces the old one", async () => {
    const { id, secret: old } = await console_.stations.create({ identity: "SECRET-1" });
    const { secret } = await console_.stations.newSecret({ id });
    const { secretHash, secretSalt } = await house.prisma.station.findUniqueOrThrow({ where: { id } });
    const kept = { hash: secretHash ?? "", salt: secretSalt ?? "" };
    expect(verifySecret(Buffer.from(secret ?? ""), kept, pepper)).toBe("text");
    expect(verifySecret(Buffer.from(old ?? ""), kept, pepper)).toBeUndefined();
  });
});

describe("a rename", () => {
  it("changes the people's name and the place, and is in the audit trail with both", async () => {
    const { id } = await console_.stations.create({ identity: "NAME-1", name: "Oldest" });
    const site = await console_.sites.create({ name: "Hafen", timeZone: "Europe/Berlin" });
    const bells: string[] = [];
    const off = await house.bus.subscribe("commands", (station) => bells.push(station));
    await console_.stations.rename({ id, name: "Old" });
    await console_.stations.rename({ id, name: "New", siteId: site.id });
    // Only its place is something that gateways know.
    await expect.poll(() => bells).toEqual([String(id)]);
    off();
    const [, , audit] = await house.prisma.audit.findMany({
      where: { subject: `station:${id}` },
      orderBy: { id: "asc" },
    });
    expect(audit).toMatchObject({ before: { name: "Old", siteId: null }, after: { name: "New", siteId: site.id } });
  });
});

describe("connections", () => {
  it("are listed newest first, and so are those that were refused", async () => {
    const { id } = await addStation(house, { identity: "LINKS-1" });
    const link = { stationId: id, gatewayId: 1, version: "1.6", remoteAddress: "10.0.0.9", authenticated: "password" };
    await house.prisma.connection.createMany({
      data: [1n, 2n, 3n].map((epoch) => ({ ...link, epoch, openedAt: minutesAgo(10 - Number(epoch)) })),
    });
    const { rows, next } = await house.as(viewer).stations.connections({ station: id, limit: 2 });
    expect(rows.map(({ epoch }) => epoch)).toEqual(["3", "2"]);
    const rest = await console_.stations.connections({ station: id, cursor: next });
    expect(rest.rows.map(({ epoch }) => epoch)).toEqual(["1"]);

    await house.prisma.refusal.create({
      data: {
        path: "/ocpp/LINKS-1",
        identity: "LINKS-1",
        remoteAddress: "::1",
        status: 401,
        reason: "wrong-password",
        detail: "…",
      },
    });
    const refusals = await console_.stations.refusals({ identity: "LINKS-1" });
    expect(refusals.rows).toMatchObject([{ reason: "wrong-password", status: 401 }]);
  });
});
