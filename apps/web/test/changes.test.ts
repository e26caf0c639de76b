import { insertEvents } from "@chargehand/db/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { followerOf } from "./followed";
import { addStation, minutesAgo } from "./network";

let house: TestConsole;
let people: ReturnType<TestConsole["as"]>;
let station: number;
beforeAll(async () => {
  house = await openConsole();
  people = house.as(operator);
  ({ id: station } = await addStation(house, { identity: "CS-1", site: "North" }));
});
afterAll(() => house.close());

const changes = async (more: Parameters<typeof people.changes.list>[0] = {}) => (await people.changes.list(more)).rows;

/** A setting as it is read back; the first reading is no change. */
async function reads(key: string, value: string) {
  const mutability = key === "Temperature" ? "read-only" : "read-write";
  const id = { stationId_key_attribute: { stationId: station, key, attribute: "actual" } };
  const facts = { value, mutability, reportedAt: new Date() };
  const create = { stationId: station, key, attribute: "actual", component: "C", name: key, ...facts };
  await house.prisma.variable.upsert({ where: id, create, update: facts });
}

describe("the feed of changes", () => {
  it("tells a setting that somebody changed from one that a station changed by itself, and never a secret", async () => {
    for (const key of ["Interval", "Drift", "AuthorizationKey", "Temperature"]) {
      await reads(key, "1");
    }
    const command = await house.prisma.command.create({
      data: {
        ...{ stationId: station, type: "write-variables", requestedBy: operator.id, expiresAt: new Date() },
        command: { type: "write-variables", writes: [{ variable: { component: "C", name: "Interval" }, value: "2" }] },
      },
    });
    for (const key of ["Interval", "Drift", "AuthorizationKey", "Temperature"]) await reads(key, "2");

    const settings = (await changes()).flatMap(({ what, source, actor }) =>
      what.is === "setting" ? [[what.name, what.before, what.after, what.command, source, actor]] : [],
    );
    expect(settings.toSorted()).toEqual([
      ["AuthorizationKey", "••••••••", "••••••••", null, "station", null],
      ["Drift", "1", "2", null, "station", null],
      ["Interval", "1", "2", command.id, "people", "Ada"],
    ]);
    expect((await changes({ sources: ["people"] })).filter(({ what }) => what.is === "setting")).toHaveLength(1);
  });

  it("tells what people and programs did, before and after, and other firmware from another start", async () => {
    await people.sites.create({ name: "South" });
    const booted = { type: "station.booted", vendor: "V", model: "M", registration: "accepted" } as const;
    for (const firmwareVersion of ["1.0", "1.1", "1.1"]) {
      await insertEvents(house.pool, [{ station, event: { ...booted, firmwareVersion } }]);
    }
    const all = await changes();
    expect(all.find(({ what }) => what.is === "audit" && what.action === "site.create")).toMatchObject({
      source: "people",
      actor: "Ada",
      what: { after: { name: "South" } },
    });
    const boots = all.flatMap(({ what }) => (what.is === "event" ? [what.firmwareBefore] : []));
    expect(boots).toEqual(["1.1", "1.0", null]);
  });

  it("is read a window at a time, each change once and in its order, by whatever it is narrowed to", async () => {
    const all = await changes({ limit: 200 });
    const paged: typeof all = [];
    let cursor: string | undefined;
    do {
      const page = await people.changes.list({ limit: 2, cursor });
      paged.push(...page.rows);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(all.length).toBeGreaterThan(6);
    expect(all.map(({ at }) => at.getTime())).toEqual(all.map(({ at }) => at.getTime()).toSorted((a, b) => b - a));
    expect(await changes({ until: minutesAgo(60) })).toEqual([]);
    expect((await changes({ station })).every((change) => change.station?.identity === "CS-1")).toBe(true);
  });
});

describe("a handover", () => {
  it("gives what was mine and nobody's to the next operator, keeps how it stood, and begins the next shift", async () => {
    const { caughtUp } = followerOf(house);
    await house.prisma.user.create({ data: { id: "p-3", name: "Cem", email: "cem@example.org", role: "operator" } });
    await caughtUp();
    for (const evse of [1, 2, 3]) {
      const { id } = await addStation(house, { identity: `H-${evse}` });
      await insertEvents(house.pool, [{ station: id, event: { type: "connector.faulted", evse, connector: 1 } }]);
    }
    await caughtUp();
    const [mine, theirs] = (await people.issues.list({})).rows.map(({ id }) => id);
    await people.issues.acknowledge({ issues: [mine ?? 0] });
    await people.issues.assign({ issues: [theirs ?? 0], to: viewer.id });
    const since = minutesAgo(60);
    expect(await people.shift.facts({ since })).toMatchObject({ open: [{}, {}, {}], muted: [], counts: { opened: 3 } });
    expect(await people.changes.lastShift()).toBeNull();

    const { issues } = await people.shift.handOver({ to: "p-3", notes: "Quiet night.", since });

    expect(issues).toBe(2);
    const owners = (await people.issues.list({})).rows.map(({ owner }) => owner?.name);
    expect(owners.toSorted()).toEqual(["Bob", "Cem", "Cem"]);
    expect(await people.shift.past()).toMatchObject([{ fromName: "Ada", toName: "Cem", notes: "Quiet night." }]);
    const kept = await house.prisma.handover.findFirstOrThrow();
    expect(kept.facts).toMatchObject({ open: [{}, {}, {}] });
    expect(await people.changes.lastShift()).toEqual(kept.at);
    expect(await changes({ sources: ["people"] })).toContainEqual(
      expect.objectContaining({ what: expect.objectContaining({ action: "shift.hand-over" }) }),
    );
    await expect(house.as(viewer).shift.handOver({ to: "p-3", notes: "", since })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("tells of campaigns that are not over how they stand: when they begin, and why they were paused", async () => {
    const begins = new Date(Date.now() + 3_600_000);
    const campaign = (name: string, more: { status: string; startsAt?: Date; reason?: string }) =>
      house.prisma.campaign.create({
        data: {
          ...{ name, kind: "command", work: {}, pace: {}, createdBy: "p-1", createdAt: new Date(), expiresAt: begins },
          ...more,
        },
      });
    await campaign("Runs", { status: "running" });
    await campaign("Tonight", { status: "running", startsAt: begins });
    await campaign("Held", { status: "paused", reason: "2 of 5 failed" });
    await campaign("Over", { status: "finished" });
    const { campaigns } = await people.shift.facts({ since: minutesAgo(60) });
    expect(campaigns).toEqual([
      expect.objectContaining({ name: "Held", status: "paused", reason: "2 of 5 failed" }),
      expect.objectContaining({ name: "Tonight", status: "running", startsAt: begins }),
      expect.objectContaining({ name: "Runs", status: "running", startsAt: undefined }),
    ]);
  });
});
