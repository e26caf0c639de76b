import { insertEvents } from "@chargehand/db/events";
import { createPool } from "@chargehand/db/pool";
import type { Setting } from "@chargehand/domain/configuration/template";
import { type VariableRef, variableKey } from "@chargehand/domain/variable";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tick } from "../src/server/campaigns/tick";
import { commandSchema } from "../src/server/commands/schema";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { followerOf } from "./followed";
import { addStation } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeEach(async () => {
  house = await openConsole();
  console_ = house.as(operator);
});
afterEach(() => house.close());

const key = (name: string): VariableRef => ({ component: "", name });
const set = (values: Record<string, string>): Setting[] =>
  Object.entries(values).map(([name, value]) => ({ variable: key(name), value }));

/** A 1.6 station as it told itself. */
async function station(
  identity: string,
  values: Record<string, string>,
  { readOnly = [] as string[], site = undefined as string | undefined, isWhole = false } = {},
) {
  const added = await addStation(house, {
    identity,
    version: "1.6",
    vendor: "Acme",
    model: "Duo",
    firmwareVersion: "1.8",
    site,
  });
  if (isWhole) await toldAll(added.id);
  await says(added.id, values, readOnly);
  return added;
}

/** What a gateway writes of a report. */
async function says(stationId: number, values: Record<string, string>, readOnly: readonly string[] = []) {
  for (const [name, value] of Object.entries(values)) {
    const where = { stationId_key_attribute: { stationId, key: variableKey(key(name)), attribute: "actual" } };
    const facts = { value, mutability: readOnly.includes(name) ? "read-only" : "read-write", reportedAt: new Date() };
    const create = { ...where.stationId_key_attribute, ...key(name), ...facts };
    await house.prisma.variable.upsert({ where, create, update: facts });
  }
  const event = { type: "variables.reported", count: 1, last: true } as const;
  await insertEvents(house.pool, [{ station: stationId, event }]);
}

const toldAll = (stationId: number) =>
  house.prisma.command.create({
    data: {
      stationId,
      type: "read-variables",
      command: { type: "read-variables" },
      delivery: "sent",
      answer: "accepted",
      proof: "confirmed",
      expiresAt: new Date(),
    },
  });

const caughtUp = () => followerOf(house).caughtUp();
const chosen = (...ids: string[]) => ({ is: "some" as const, ids });

describe("a comparison", () => {
  it("shows only what differs, and tells what was never read from what a station does not have", async () => {
    await station("A", { Interval: "300", Limit: "10", Serial: "1", Same: "x" }, { readOnly: ["Serial"] });
    await station(
      "B",
      { Interval: "300", Limit: "10.0", Serial: "2", Same: "x" },
      { readOnly: ["Serial"], isWhole: true },
    );
    await station("C", { Interval: "60", Same: "X" });
    await station("D", {}, { isWhole: true });

    const { stations, rows } = await console_.configuration.compare({
      chosen: chosen("D", "C", "B", "A"),
      facts: true,
    });
    expect(stations.map(({ identity }) => identity)).toEqual(["A", "B", "C", "D"]);
    expect(rows).toMatchObject([
      {
        variable: { name: "Interval" },
        majority: "300",
        values: ["300", "60"],
        isReadOnly: false,
        cells: [{ value: "300" }, { value: "300" }, { value: "60" }, { is: "absent" }],
      },
      {
        variable: { name: "Serial" },
        isReadOnly: true,
        cells: [{ value: "1" }, { value: "2" }, { is: "never-read" }, { is: "absent" }],
      },
    ]);
    const { rows: all } = await console_.configuration.compare({
      chosen: chosen("A", "B", "C", "D"),
      all: true,
      facts: true,
    });
    expect(all.map(({ variable }) => variable.name)).toEqual(["Interval", "Limit", "Same", "Serial"]);
  });

  it("leaves out what no station lets anybody write, unless it is asked for", async () => {
    await station("A", { Interval: "300", Serial: "1", Limit: "10" }, { readOnly: ["Serial", "Limit"] });
    // What one of them lets be written is a setting.
    await station("B", { Interval: "60", Serial: "2", Limit: "20" }, { readOnly: ["Serial"] });
    const names = async (more: { all?: boolean; facts?: boolean }) =>
      (await console_.configuration.compare({ chosen: chosen("A", "B"), ...more })).rows.map(
        ({ variable }) => variable.name,
      );
    expect(await names({})).toEqual(["Interval", "Limit"]);
    expect(await names({ all: true })).toEqual(["Interval", "Limit"]);
    expect(await names({ facts: true })).toEqual(["Interval", "Limit", "Serial"]);
  });

  it("never shows what opens a door", async () => {
    await station("A", { AuthorizationKey: "tell-nobody", VpnPassword: "nor-this" });
    await station("B", { AuthorizationKey: "another", VpnPassword: "another" });
    expect((await console_.configuration.compare({ chosen: chosen("A", "B"), all: true })).rows).toEqual([]);
  });

  it("comes in windows, each key once", async () => {
    const names = Array.from({ length: 25 }, (_, n) => `Key${String(n).padStart(2, "0")}`);
    await station("A", Object.fromEntries(names.map((name) => [name, "1"])));
    await station("B", Object.fromEntries(names.map((name) => [name, "2"])));
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof console_.configuration.compare>> = await console_.configuration.compare({
        chosen: chosen("A", "B"),
        limit: 10,
        cursor,
      });
      found.push(...page.rows.map(({ variable }) => variable.name));
      cursor = page.next;
    } while (cursor);
    expect(found).toEqual(names);
  });

  it("is made of those that match a filter, and refused for more than anybody can see", async () => {
    await station("A", { Interval: "1" }, { site: "North" });
    await station("B", { Interval: "2" }, { site: "North" });
    await station("C", { Interval: "3" });
    const { stations } = await console_.configuration.compare({ chosen: { is: "all", q: "site:North" } });
    expect(stations).toHaveLength(2);
    for (let n = 0; n < 299; n += 1) await addStation(house, { identity: `More-${n}` });
    await expect(console_.configuration.compare({ chosen: { is: "all", q: "" } })).rejects.toThrow("narrow them down");
  });
});

describe("a plan", () => {
  it("says what is written from what, what is there already, what cannot be, and what has to be read first", async () => {
    await station("A", { Interval: "300", Sample: "60", Serial: "1" }, { readOnly: ["Serial"] });
    await station("B", { Interval: "60", Sample: "30" }, { isWhole: true });
    const plan = await console_.configuration.plan({
      chosen: chosen("A", "B"),
      settings: set({ Interval: "60", Sample: "60", Serial: "9", Apn: "x" }),
    });
    expect(plan).toMatchObject({
      stations: 2,
      concerned: 2,
      counts: { write: 2, already: 2, "read-only": 1, "never-read": 1, unknown: 2, "write-only": 0 },
      needReboot: 0,
    });
    const [first] = plan.plans;
    expect(first?.settings.map(({ variable, is }) => `${variable.name} ${is}`)).toEqual([
      "Apn never-read",
      "Interval write",
      "Sample already",
      "Serial read-only",
    ]);
  });

  it("counts what needs a boot, as stations of the same model said when they were told", async () => {
    const { id: stationId } = await station("A", { Apn: "old" });
    await station("B", { Apn: "old" });
    await house.prisma.command.create({
      data: {
        stationId,
        type: "write-variables",
        command: { type: "write-variables", writes: [{ variable: { ...key("Apn") }, value: "x" }] },
        delivery: "sent",
        answer: "reboot-required",
        expiresAt: new Date(),
      },
    });
    const plan = await console_.configuration.plan({ chosen: chosen("B"), settings: set({ Apn: "new" }) });
    expect(plan).toMatchObject({ counts: { write: 1 }, needReboot: 1 });
  });

  it("follows the templates, the most specific for each key, where nobody says otherwise", async () => {
    await console_.configuration.add({
      name: "Acme",
      vendor: "Acme",
      settings: set({ Interval: "300", Sample: "60" }),
    });
    const { siteId } = await station("A", { Interval: "300", Sample: "30" }, { site: "North" });
    await console_.configuration.add({ name: "North", site: siteId ?? 0, settings: set({ Interval: "30" }) });
    const { plans } = await console_.configuration.plan({ chosen: chosen("A") });
    expect(plans[0]?.settings).toMatchObject([
      { variable: { name: "Interval" }, is: "write", from: "300", value: "30", template: { name: "North" } },
      { variable: { name: "Sample" }, is: "write", from: "30", value: "60", template: { name: "Acme" } },
    ]);
  });
});

describe("a template", () => {
  it("is made, changed and removed with a trail; a name stands once, and a password in none", async () => {
    const { id } = await console_.configuration.add({ name: "Base", settings: set({ Interval: "300" }) });
    await expect(console_.configuration.add({ name: "Base", settings: set({ Interval: "1" }) })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(console_.configuration.add({ name: "X", settings: set({ AuthorizationKey: "1" }) })).rejects.toThrow(
      "password",
    );
    await expect(console_.configuration.add({ name: "X", settings: set({ A: "1", a: "2" }) })).rejects.toThrow("twice");
    await console_.configuration.change({ id, name: "Base", vendor: "Acme", settings: set({ Interval: "60" }) });
    expect(await console_.configuration.templates()).toMatchObject([
      { name: "Base", vendor: "Acme", settings: [{ value: "60" }], changedBy: "Ada", differing: 0 },
    ]);
    await console_.configuration.remove({ id });
    await expect(console_.configuration.remove({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const audits = await house.prisma.audit.findMany({ where: { subject: `template:${id}` }, orderBy: { id: "asc" } });
    expect(audits.map(({ action }) => action)).toEqual(["template.add", "template.change", "template.remove"]);
    await expect(house.as(viewer).configuration.add({ name: "V", settings: set({ A: "1" }) })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("drift", () => {
  const issues = async () =>
    (await console_.issues.list({ view: "open" })).rows.map(({ kind, active, about }) => ({ kind, active, about }));
  const ofStation = (id: number) => console_.configuration.ofStation({ station: id });

  it("is found when a station reports something else than it had as desired, and is over when it reports that again", async () => {
    await caughtUp();
    const { id } = await station("A", { Interval: "300" });
    await console_.configuration.add({ name: "Base", settings: set({ Interval: "300" }) });
    await caughtUp();
    expect(await ofStation(id)).toMatchObject([{ is: "already", confirmed: { value: "300" }, drifted: false }]);
    expect(await issues()).toEqual([]);

    await says(id, { Interval: "60" });
    await caughtUp();
    expect(await ofStation(id)).toMatchObject([
      { is: "write", from: "60", value: "300", confirmed: { value: "300" }, drifted: true, template: { name: "Base" } },
    ]);
    expect(await issues()).toMatchObject([
      { kind: "drift", active: 1, about: { name: "Interval", desired: "300", reported: "60" } },
    ]);
    expect(await console_.configuration.templates()).toMatchObject([{ differing: 1, drifted: 1 }]);

    await says(id, { Interval: "300" });
    await caughtUp();
    expect(await issues()).toEqual([]);
    expect(await console_.configuration.templates()).toMatchObject([{ differing: 0, drifted: 0 }]);
  });

  it("is not what a template newly asks for: that waits to be applied, and troubles nobody", async () => {
    await caughtUp();
    const { id } = await station("A", { Interval: "300" });
    const { id: template } = await console_.configuration.add({ name: "Base", settings: set({ Interval: "300" }) });
    await caughtUp();
    await console_.configuration.change({ id: template, name: "Base", settings: set({ Interval: "60" }) });
    await caughtUp();
    expect(await ofStation(id)).toMatchObject([{ is: "write", drifted: false, confirmed: { value: "300" } }]);
    expect(await issues()).toEqual([]);
    expect(await console_.configuration.templates()).toMatchObject([{ differing: 1, drifted: 0 }]);
  });

  it("is over when nobody desires it any more: the template is gone, or the station stands elsewhere", async () => {
    await caughtUp();
    const { id, siteId } = await station("A", { Interval: "300", Sample: "60" }, { site: "North" });
    const base = await console_.configuration.add({ name: "Base", settings: set({ Sample: "60" }) });
    await console_.configuration.add({ name: "North", site: siteId ?? 0, settings: set({ Interval: "300" }) });
    await caughtUp();
    await says(id, { Interval: "1", Sample: "1" });
    await caughtUp();
    expect(await issues()).toMatchObject([{ active: 2 }]);

    await console_.configuration.remove({ id: base.id });
    await caughtUp();
    expect(await issues()).toMatchObject([{ active: 1 }]);
    await house.prisma.station.update({ where: { id }, data: { siteId: null } });
    await caughtUp();
    expect(await issues()).toEqual([]);
    expect(await ofStation(id)).toEqual([]);
  });
});

describe("a campaign that sets stations up", () => {
  const start = async (ids: readonly number[], values: Record<string, string> | undefined, reboot = false) =>
    (
      await console_.campaigns.create({
        name: "Set up",
        work: { kind: "configuration", settings: values && set(values), reboot },
        stations: [...ids],
        expiresAt: new Date(Date.now() + 3_600_000),
      })
    ).id;
  const turn = () => tick({ pool: house.pool, clock: () => new Date() });
  const counts = async (id: number) => (await console_.campaigns.byId({ id })).counts;
  const commandsOf = (campaignId: number) =>
    house.prisma.command.findMany({ where: { campaignId }, orderBy: { id: "asc" } });

  /** What is told, in short: "1 Interval=60". */
  const told = async (campaign: number) =>
    (await commandsOf(campaign)).map(({ stationId, type, command }) => {
      const parsed = commandSchema.parse(command);
      if (parsed.type === "write-variables") {
        return `${stationId} ${parsed.writes.map(({ variable, value }) => `${variable.name}=${value}`).join(" ")}`;
      }
      return parsed.type === "read-variables"
        ? `${stationId} read ${parsed.variables?.map(({ name }) => name).join(" ")}`
        : `${stationId} ${type}`;
    });

  /** What a gateway writes once a station has obeyed all that it was told; `actual` is what stations say that were not read. */
  async function obey(campaign: number, { afterReboot = [] as string[], actual = {} as Record<string, string> } = {}) {
    for (const { id, stationId, command: stored, delivery } of await commandsOf(campaign)) {
      const command = commandSchema.parse(stored);
      if (delivery !== "queued") continue;
      const waits =
        command.type === "write-variables" &&
        command.writes.some(({ variable }) => afterReboot.includes(variable.name));
      if (command.type === "write-variables" && !waits) {
        await says(stationId, Object.fromEntries(command.writes.map(({ variable, value }) => [variable.name, value])));
      }
      if (command.type === "read-variables") {
        const asked = command.variables?.map(({ name }) => name) ?? [];
        await says(stationId, Object.fromEntries(Object.entries(actual).filter(([name]) => asked.includes(name))));
      }
      const fate = waits ? { answer: "reboot-required", proof: "none" } : { answer: "accepted", proof: "confirmed" };
      await house.prisma.command.update({ where: { id }, data: { delivery: "sent", ...fate } });
    }
  }

  it("tells each station what is not so yet, one key after the other, and nobody anything twice", async () => {
    const a = await station("A", { Interval: "300", Sample: "30" });
    const b = await station("B", { Interval: "60", Sample: "30" });
    const c = await station("C", { Interval: "60", Sample: "60" });
    const id = await start([a.id, b.id, c.id], { Interval: "60", Sample: "60" });
    expect((await console_.campaigns.byId({ id })).excluded).toBe(1);

    // Every process may end after any step; what is asked again leads to the same.
    for (let n = 0; n < 5; n += 1) {
      await Promise.all([turn(), turn()]);
      await turn();
      await obey(id);
    }
    await turn();
    expect((await told(id)).toSorted()).toEqual([`${a.id} Interval=60`, `${a.id} Sample=60`, `${b.id} Sample=60`]);
    expect(await console_.campaigns.byId({ id })).toMatchObject({ status: "finished", counts: { succeeded: 2 } });
  });

  it("goes on after a pause where it was, and counts a station only when all of it is read back", async () => {
    const { id: one } = await station("A", { A: "0", B: "0", C: "0" });
    const id = await start([one], { A: "1", B: "1", C: "1" });
    await turn();
    await obey(id);
    await turn();
    await console_.campaigns.pause({ id });
    await turn();
    await turn();
    expect(await told(id)).toEqual([`${one} A=1`, `${one} B=1`]);
    expect(await counts(id)).toMatchObject({ waiting: 1, succeeded: 0 });
    await console_.campaigns.resume({ id });
    for (let n = 0; n < 3; n += 1) {
      await turn();
      await obey(id);
    }
    await turn();
    // What was taken back before it left is told again; what was read back is not.
    expect(await told(id)).toEqual([`${one} A=1`, `${one} B=1`, `${one} B=1`, `${one} C=1`]);
    expect((await commandsOf(id)).map(({ delivery }) => delivery)).toEqual(["sent", "cancelled", "sent", "sent"]);
    expect(await counts(id)).toMatchObject({ succeeded: 1 });
  });

  it("reads first what nobody knows, and resets for what holds only after a boot if that is asked for", async () => {
    const { id: one } = await station("A", { Interval: "300" });
    const id = await start([one], { Interval: "60", Apn: "new" }, true);
    const steps: Record<string, string>[] = [{ Apn: "old" }, {}, {}, {}, { Apn: "new" }];
    for (const actual of steps) {
      await turn();
      await obey(id, { afterReboot: ["Apn"], actual });
    }
    await turn();
    expect(await told(id)).toEqual([
      `${one} read Apn`,
      `${one} Apn=new`,
      `${one} Interval=60`,
      `${one} reset`,
      `${one} read Apn`,
    ]);
    expect(await counts(id)).toMatchObject({ succeeded: 1 });
  });

  it("fails where a value is refused, and says which", async () => {
    const { id: one } = await station("A", { Interval: "300" });
    const id = await start([one], { Interval: "60" });
    await turn();
    await house.prisma.command.updateMany({
      where: { campaignId: id },
      data: { delivery: "sent", answer: "rejected", detail: "out of range" },
    });
    await turn();
    const { rows } = await console_.campaigns.targets({ campaign: id });
    expect(rows).toMatchObject([{ state: "failed", reason: "rejected: out of range" }]);
    expect(await told(id)).toHaveLength(1);
  });

  it("looks at what may have been written before it writes that again, when a person asks for another try", async () => {
    const { id: one } = await station("A", { Interval: "300", Sample: "30" });
    const id = await start([one], { Interval: "60", Sample: "60" });
    await turn();
    // It was sent, and then the gateway died: nobody knows whether the station took it.
    const inDoubt = { delivery: "in-doubt", proof: "unproven" };
    await house.prisma.command.updateMany({ where: { campaignId: id }, data: inDoubt });
    await turn();
    await turn();
    expect(await told(id)).toEqual([`${one} Interval=60`]);
    await console_.campaigns.retry({ id, state: "unproven" });
    for (let n = 0; n < 3; n += 1) {
      await turn();
      await obey(id, { actual: { Interval: "60" } });
    }
    await turn();
    expect(await told(id)).toEqual([`${one} Interval=60`, `${one} read Interval`, `${one} Sample=60`]);
    expect(await counts(id)).toMatchObject({ succeeded: 1 });
  });

  it("tells nothing and forgets nobody when the engine dies in the middle of a step", async () => {
    const stations = await Promise.all(
      ["A", "B", "C"].map((identity) => station(identity, { Interval: "300", Sample: "30" })),
    );
    const ids = stations.map((each) => each.id);
    const id = await start(ids, { Interval: "60", Sample: "60" });
    let deaths = 0;
    // Whoever died may hold the lock a moment longer; the others come again.
    await waitFor(
      async () => {
        await tick({ pool: dyingAtCommit(), clock: () => new Date() }).catch(() => {
          deaths += 1;
        });
        await turn();
        await obey(id);
        return (await console_.campaigns.byId({ id })).status === "finished";
      },
      { what: "the campaign to be over", timeoutMs: 20_000 },
    );
    expect(deaths).toBeGreaterThan(2);
    expect((await told(id)).toSorted()).toEqual(
      ids.flatMap((each) => [`${each} Interval=60`, `${each} Sample=60`]).toSorted(),
    );
    expect(await console_.campaigns.byId({ id })).toMatchObject({ status: "finished", counts: { succeeded: 3 } });
  });

  /** The house's database, for a process that ends just before its transaction does. */
  function dyingAtCommit() {
    const pool = createPool(house.url, { max: 1 });
    pool.on("error", () => {});
    const connect = async () => {
      const client = await pool.connect();
      return new Proxy(client, {
        get(target, name) {
          if (name === "release") return () => target.release(true); // nobody ends its transaction
          const value: unknown = Reflect.get(target, name);
          if (name !== "query" || typeof value !== "function") return value;
          return (text: unknown, ...rest: unknown[]) => {
            if (text === "COMMIT") throw new Error("the process is gone");
            return Reflect.apply(value, target, [text, ...rest]);
          };
        },
      });
    };
    return Object.assign(Object.create(pool), { connect });
  }

  it("goes by the templates as they were when it was made", async () => {
    const { id: one } = await station("A", { Interval: "300", Sample: "30" });
    const base = await console_.configuration.add({ name: "Base", settings: set({ Interval: "60", Sample: "60" }) });
    const id = await start([one], undefined);
    await console_.configuration.remove({ id: base.id });
    for (let n = 0; n < 3; n += 1) {
      await turn();
      await obey(id);
    }
    expect(await told(id)).toEqual([`${one} Interval=60`, `${one} Sample=60`]);
    await expect(start([one], undefined)).rejects.toThrow("no template");
  });
});
