import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole } from "./console";
import { addSession, addStation } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
});
afterAll(() => house.close());

const queued = (stationId: number) =>
  house.prisma.command.findMany({
    where: { stationId },
    orderBy: { id: "asc" },
    select: { type: true, command: true },
  });

describe("a token's terms", () => {
  it("are kept, changed one by one, and taken away with null", async () => {
    const { id: station } = await addStation(house, { identity: "TERMS" });
    const terms = {
      maxSessions: 2,
      ...{ maxEnergyWh: 20_000, maxSeconds: 7200, maxCost: "15" },
      connectorTypes: ["cCCS2"],
      places: [{ station, evse: 1 }],
      priority: 5,
      message: "Hallo",
      language: "de",
    };
    const { id } = await console_.tokens.add({ value: "TERMS", ...terms });
    expect(await console_.tokens.byId({ id })).toMatchObject({ standing: "active", ...terms });
    await console_.tokens.change({
      id,
      connectorTypes: [],
      places: null,
      maxSessions: null,
      maxCost: null,
      status: "no-credit",
    });
    const after = await console_.tokens.byId({ id });
    expect(after).toMatchObject({ standing: "no-credit", priority: 5, message: "Hallo" });
    expect(after).toMatchObject({ places: undefined, maxSessions: undefined, maxEnergyWh: 20_000, maxCost: undefined });
    await expect(console_.tokens.change({ id, places: [] })).rejects.toThrow(/place/i);
  });

  it("say whether its group is a master pass", async () => {
    const { id } = await console_.tokens.add({ value: "GUARD", group: "GUARDS" });
    await console_.tokens.setGroup({ name: "GUARDS", masterPass: true });
    expect(await console_.tokens.byId({ id })).toMatchObject({ masterPass: true });
    expect(await console_.tokens.groups()).toContainEqual({ name: "GUARDS", tokens: 1, masterPass: true, note: null });
  });
});

describe("a token that is revoked", () => {
  it("stops what it charges and clears the caches that may have it, where that is wanted, in one change", async () => {
    const { id } = await console_.tokens.add({ value: "GONE" });
    const here = await addStation(house, { identity: "HERE" });
    const before = await addStation(house, { identity: "BEFORE" });
    const { wireId } = await addSession(house, here.id, { token: "gone" });
    await addSession(house, before.id, { token: "GONE", status: "ended" });
    expect(await console_.tokens.usage({ id })).toMatchObject({
      running: [{ station: "HERE" }],
      stations: expect.arrayContaining([expect.objectContaining({ identity: "BEFORE" })]),
    });

    await console_.tokens.block({ id, stopSessions: true, clearCaches: true });
    expect(await queued(here.id)).toEqual([
      { type: "stop", command: { type: "stop", session: wireId } },
      { type: "clear-cache", command: { type: "clear-cache" } },
    ]);
    expect(await queued(before.id)).toMatchObject([{ type: "clear-cache" }]);
  });

  it("is known to be on the lists of stations that may let it in without asking, the absent ones first", async () => {
    const { id } = await console_.tokens.add({ value: "LISTED" });
    const line = (value: string, status: string) => ({ value, kind: "iso14443", status });
    await house.prisma.listContent.createMany({
      data: [
        { hash: "has it", entries: [line("listed", "accepted")] },
        { hash: "refuses it", entries: [line("LISTED", "blocked"), line("OTHER", "accepted")] },
      ],
    });
    for (const [identity, heldHash, connected] of [
      ["LIST-NEAR", "has it", true],
      ["LIST-AWAY", "has it", false],
      ["LIST-SAFE", "refuses it", true],
    ] as const) {
      const { id: stationId } = await addStation(house, { identity, connected });
      await house.prisma.stationList.create({ data: { stationId, heldVersion: 1, heldHash } });
    }
    expect((await console_.tokens.usage({ id })).listed.map(({ identity }) => identity)).toEqual([
      "LIST-AWAY",
      "LIST-NEAR",
    ]);
  });

  it("leaves everything else alone where nothing was said of it", async () => {
    const { id } = await console_.tokens.add({ value: "QUIET" });
    const { id: station } = await addStation(house, { identity: "QUIET" });
    await addSession(house, station, { token: "QUIET" });
    await console_.tokens.remove({ id });
    expect(await queued(station)).toEqual([]);
  });
});

describe("local lists", () => {
  it("are for all, for a site or for one station, and the nearest one counts", async () => {
    await console_.tokens.add({ value: "FLEET-1", kind: "iso14443", group: "FLEET" });
    const { id: lone } = await addStation(house, { identity: "LONE", site: "Yard" });
    const { siteId } = await house.prisma.station.findUniqueOrThrow({ where: { id: lone } });
    await console_.lists.save({ scope: "all", byItself: false });
    const wanted = async () => (await console_.lists.ofStation({ station: lone })).wanted;
    const all = await wanted();
    expect(all).toBeGreaterThan(1);
    await console_.lists.save({ scope: { site: siteId ?? 0 }, groups: ["FLEET"] });
    expect(await wanted()).toBe(1);
    const { id } = await console_.lists.save({ scope: { station: lone }, groups: ["NOBODY"] });
    expect(await wanted()).toBe(0);
    await console_.lists.remove({ id });
    expect(await wanted()).toBe(1);
    expect(await console_.lists.all()).toMatchObject([
      { scope: "all", byItself: false },
      { scope: "site", byItself: true, site: { name: "Yard" }, groups: ["FLEET"], tokens: 1, stations: 1 },
    ]);
  });

  it("tell what a station holds, how that differs, and what would be said", async () => {
    const { id: station } = await addStation(house, { identity: "DIFF" });
    await console_.lists.save({ scope: { station }, groups: ["DIFF"] });
    for (const value of ["D1", "D2", "D3"]) await console_.tokens.add({ value, kind: "iso14443", group: "DIFF" });
    const entries = ["D1", "OLD"].map((value) => ({ value, kind: "iso14443", status: "accepted", group: "DIFF" }));
    await house.prisma.listContent.create({ data: { hash: "known", entries } });
    await house.prisma.stationList.create({
      data: { stationId: station, heldVersion: 3, heldHash: "known", heldAt: new Date() },
    });
    expect(await console_.lists.ofStation({ station })).toMatchObject({
      held: { version: 3, tokens: 2 },
      wanted: 3,
      difference: { added: 2, changed: 0, removed: 1 },
      plan: { kind: "updates", messages: 1 },
    });
  });

  it("are brought to one station, or to all they are for", async () => {
    const { id: station } = await addStation(house, { identity: "SEND" });
    await console_.lists.send({ station });
    expect(await house.prisma.stationList.findUnique({ where: { stationId: station } })).toMatchObject({
      state: "due",
    });
    const all = (await console_.lists.all()).find(({ scope }) => scope === "all");
    const { stations } = await console_.lists.sendToAll({ id: all?.id ?? 0 });
    // What is under way is not begun again.
    expect(stations).toBe((all?.stations ?? 0) - 1);
  });
});
