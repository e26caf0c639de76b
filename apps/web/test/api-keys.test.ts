import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorOfKey } from "../src/server/api-keys/actor-of-key";
import { keepEnvironmentKey } from "../src/server/api-keys/environment-key";
import { type Permission, permissions } from "../src/server/permissions";
import { openConsole, operator, pepper, type TestConsole, viewer } from "./console";
import { addStation } from "./network";

let house: TestConsole;
let people: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  people = house.as(operator);
});
afterAll(() => house.close());

const make = (wanted: Permission[], more: { name?: string; expiresAt?: Date } = {}) =>
  people.keys.create({ name: "billing", permissions: wanted, ...more });
const holder = (key: string, from?: string) => actorOfKey(house.context(undefined), key, from);
/** A program that asks with this key: no cookie, no page of ours. */
const program = async (key: string) => house.as(await holder(key), { sameOrigin: false });
const days = (count: number) => new Date(Date.now() + count * 86_400_000);

describe("a new key", () => {
  it("is shown once, with a mark to know it by; what is stored does not open anything", async () => {
    const { id, key } = await make(["stations.view"]);

    expect(key).toMatch(/^chg_[0-9a-f]{48}$/);
    const { rows } = await people.keys.list({});
    expect(rows.find((row) => row.id === id)).toMatchObject({ name: "billing", prefix: key.slice(0, 12) });
    expect(JSON.stringify(rows)).not.toContain(key);
    const stored = await house.prisma.apiKey.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(stored)).not.toContain(key);
    await expect(holder(stored.hash)).rejects.toMatchObject({ reason: "unknown" });
    const audits = await house.prisma.audit.findMany({ where: { subject: `apikey:${id}` } });
    expect(audits).toMatchObject([{ action: "apikey.create", actor: "Ada", origin: "operator" }]);
    expect(JSON.stringify(audits, (_, value) => String(value))).not.toContain(key);
  });

  it("can be given nothing that its maker may not", async () => {
    const { key } = await make(["apikeys.write", "stations.view"]);
    const made = await program(key);

    await expect(made.keys.create({ name: "more", permissions: ["commands.send"] })).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringContaining("commands.send"),
    });
    await expect(made.keys.create({ name: "same", permissions: ["stations.view"] })).resolves.toBeDefined();
  });

  it("expires in the future, and not after the key that made it", async () => {
    await expect(make(["stations.view"], { expiresAt: days(-1) })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
    const made = await program((await make(["apikeys.write"], { expiresAt: days(1) })).key);
    const later = { name: "later", permissions: ["apikeys.write" as const] };
    await expect(made.keys.create({ ...later, expiresAt: days(2) })).rejects.toThrow(/expires later/);
    await expect(made.keys.create(later)).rejects.toThrow(/expires later/);
  });
});

describe("a program with a key", () => {
  it("may do what the key was given and nothing else, without coming from a page of ours", async () => {
    const { key } = await make(["sites.write"]);
    const made = await program(key);

    await expect(made.sites.create({ name: "North" })).resolves.toBeDefined();
    await expect(made.stations.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("stands in the audit trail and on its commands by the key's name", async () => {
    const station = (await addStation(house, { identity: "CS-1" })).id;
    const { id: number, key } = await make(["commands.send", "commands.view"], { name: "fleet planner" });
    const made = await program(key);

    const { id } = await made.commands.send({ station, command: { type: "reset", when: "idle" }, ifOffline: "refuse" });

    expect(await made.commands.byId({ id })).toMatchObject({ by: "fleet planner", origin: "api" });
    expect(await house.prisma.audit.findMany({ where: { action: "command.reset" } })).toMatchObject([
      { actor: "fleet planner", actorId: `key:${number}`, origin: "api" },
    ]);
  });

  it("makes calls in the station's own words only when it was given that too", async () => {
    const station = (await addStation(house, { identity: "CS-2" })).id;
    const command = { type: "raw" as const, action: "ClearCache", payload: {} };
    const order = { station, command, ifOffline: "refuse" as const };

    const plain = await program((await make(["commands.send"])).key);
    await expect(plain.commands.send(order)).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringContaining("commands.expert"),
    });
    const expert = await program((await make(["commands.send", "commands.expert"])).key);
    await expect(expert.commands.send(order)).resolves.toBeDefined();
  });

  it("loses what its owner loses, at once", async () => {
    const { key } = await make(["stations.view", "stations.write"]);
    await house.prisma.user.update({ where: { id: operator.id }, data: { role: "viewer" } });
    expect([...(await holder(key)).permissions]).toEqual(["stations.view"]);

    await house.prisma.user.update({ where: { id: operator.id }, data: { role: "operator", banned: true } });
    await expect(holder(key)).rejects.toMatchObject({ reason: "revoked" });
    await house.prisma.user.update({ where: { id: operator.id }, data: { banned: false } });
  });

  it("leaves when and from where it was last used, written at most once a minute", async () => {
    const { id, key } = await make(["stations.view"]);
    const lastUsed = async () => (await people.keys.list({})).rows.find((row) => row.id === id)?.lastUsed;
    expect(await lastUsed()).toBeUndefined();

    const noon = Date.UTC(2026, 10, 23, 12);
    for (const [ms, from] of [
      [0, "192.0.2.1"],
      [59_000, "192.0.2.2"],
    ] as const) {
      house.time.now = new Date(noon + ms);
      await holder(key, from);
      expect(await lastUsed()).toEqual({ at: new Date(noon), from: "192.0.2.1" });
    }
    house.time.now = new Date(noon + 61_000);
    await holder(key, "192.0.2.3");
    expect(await lastUsed()).toEqual({ at: new Date(noon + 61_000), from: "192.0.2.3" });
    house.time.now = undefined;
  });
});

describe("a key that opens nothing", () => {
  it("is unknown, expired or revoked, and says which", async () => {
    await expect(holder("chg_nothing")).rejects.toMatchObject({ reason: "unknown" });

    const short = await make(["stations.view"], { expiresAt: days(1) });
    await expect(holder(short.key)).resolves.toBeDefined();
    house.time.now = days(1.1);
    await expect(holder(short.key)).rejects.toMatchObject({ reason: "expired" });
    house.time.now = undefined;

    const gone = await make(["stations.view"]);
    await people.keys.revoke({ id: gone.id });
    await expect(holder(gone.key)).rejects.toMatchObject({ reason: "revoked" });
    await expect(people.keys.revoke({ id: gone.id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("took with it every key that it had made", async () => {
    const first = await make(["apikeys.write"]);
    const second = await (await program(first.key)).keys.create({ name: "2", permissions: ["apikeys.write"] });
    const third = await (await program(second.key)).keys.create({ name: "3", permissions: ["apikeys.write"] });

    expect(await people.keys.revoke({ id: first.id })).toEqual({ revoked: 3 });
    await expect(holder(third.key)).rejects.toMatchObject({ reason: "revoked" });
    expect((await people.keys.list({})).rows.map(({ id }) => id)).not.toContain(third.id);
    expect((await people.keys.list({ revoked: true })).rows.find(({ id }) => id === third.id)?.revoked?.by).toBe("Ada");
  });
});

describe("ADMIN_API_KEY", () => {
  const keep = (key?: string) => keepEnvironmentKey(house.context(undefined), { key, pepper });
  const first = "the first key of this environment!";
  const second = "the second key of this environment";

  it("may do everything, is replaced when it changes, and gone when it is absent", async () => {
    await Promise.all([keep(first), keep(first), keep(first)]);
    expect((await holder(first)).permissions).toEqual(new Set(permissions));

    await keep(second);
    await expect(holder(first)).rejects.toMatchObject({ reason: "revoked" });
    await keep(first);
    expect((await holder(first)).permissions).toEqual(new Set(permissions));
    await expect(holder(second)).rejects.toMatchObject({ reason: "revoked" });

    await keep();
    await expect(holder(first)).rejects.toMatchObject({ reason: "revoked" });
  });

  it("shows nothing of itself, and is not revoked from inside", async () => {
    await keep(first);
    const row = (await people.keys.list({})).rows.find(({ isFromEnvironment }) => isFromEnvironment);
    expect(row).toMatchObject({ name: "ADMIN_API_KEY", prefix: "" });
    await expect(people.keys.revoke({ id: row?.id ?? 0 })).rejects.toThrow(/ADMIN_API_KEY/);
  });
});

it("nobody who only looks is told of keys", async () => {
  await expect(house.as(viewer).keys.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
});
