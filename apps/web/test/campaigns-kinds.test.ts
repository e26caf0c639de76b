import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Campaigning, campaigning } from "./campaigning";
import { openConsole, operator, type TestConsole } from "./console";

let house: TestConsole;
let work: Campaigning;
beforeEach(async () => {
  house = await openConsole();
  house.time.now = new Date("2026-11-23T12:00:00Z");
  work = campaigning(house);
});
afterEach(() => house.close());

const standing = async (campaign: number) =>
  (await house.as(operator).campaigns.targets({ campaign })).rows.map(({ state, reason }) => [state, reason]);

describe("a campaign that brings token lists", () => {
  /** What a gateway writes of the list of a station. */
  const listBecomes = (stationId: number | undefined, data: object) =>
    house.prisma.stationList.update({ where: { stationId: stationId ?? 0 }, data });

  it("has each list go its usual way, says what became of it, and leaves out whoever has none", async () => {
    const { id: site } = await house.prisma.site.create({ data: { name: "Köln" } });
    const [first, second, third, none] = await work.fleet(4, (n) => (n < 3 ? { siteId: site } : {}));
    await house.as(operator).lists.save({ scope: { site }, byItself: false });
    const stations = [first, second, third, none].flatMap((station) => station ?? []);
    const id = await work.create(stations, { work: { kind: "list" } });
    expect(await work.view(id)).toMatchObject({ counts: { waiting: 3 }, excluded: 1 });
    await work.turn();
    await work.turn();
    const asked = { state: "due", repairs: 0 };
    expect(await house.prisma.stationList.findMany()).toMatchObject([asked, asked, asked]);
    expect(await work.view(id)).toMatchObject({ counts: { watching: 3 } });

    await listBecomes(first?.id, { state: "idle", heldVersion: 4 });
    await listBecomes(second?.id, { state: "unable", detail: "the station has no local list" });
    await work.turn();
    expect(await standing(id)).toEqual([
      ["succeeded", "it holds its list, version 4"],
      ["failed", "the station has no local list"],
      ["watching", "its list goes to it"],
    ]);
    work.pass(30 * 60);
    await work.turn();
    await work.turn();
    expect(await work.view(id)).toMatchObject({ status: "finished", counts: { unproven: 1 } });
    // Nothing was told past the one who brings lists.
    expect(await house.prisma.command.count()).toBe(0);
  });

  it("sends the whole of it where that is asked for, and again to those that failed", async () => {
    const [station] = await work.fleet(1);
    await house.as(operator).lists.save({ scope: "all" });
    const id = await work.create(station ? [station] : [], { work: { kind: "list", whole: true } });
    await work.turn();
    await work.turn();
    const asked = { state: "due", repairs: 1, step: 0, detail: null };
    expect(await house.prisma.stationList.findFirst()).toMatchObject(asked);
    await listBecomes(station?.id, { state: "failed", repairs: 0, detail: "it said no twice" });
    await work.turn();
    await work.turn();
    expect(await work.view(id)).toMatchObject({ status: "finished", counts: { failed: 1 } });
    await house.as(operator).campaigns.retry({ id });
    await work.turn();
    expect(await house.prisma.stationList.findFirst()).toMatchObject(asked);
  });
});

it("a campaign of one template writes what that one says, and nothing of others", async () => {
  const people = house.as(operator);
  const setting = (name: string, value: string) => ({ variable: { component: "", name }, value });
  await people.configuration.add({ name: "Other", settings: [setting("ConnectionTimeOut", "30")] });
  const { id: template } = await people.configuration.add({
    name: "Beat",
    settings: [setting("HeartbeatInterval", "60")],
  });
  const stations = await work.fleet(1, () => ({ version: "1.6" }));
  const id = await work.create(stations, { work: { kind: "configuration", template } });
  expect((await work.view(id)).work).toMatchObject({ kind: "configuration", templates: [{ name: "Beat" }] });
  await expect(work.create(stations, { work: { kind: "configuration", template: template + 1 } })).rejects.toThrow(
    "There is no template",
  );
});
