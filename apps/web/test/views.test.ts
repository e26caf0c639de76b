import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addStation } from "./network";

let house: TestConsole;
let mine: ReturnType<TestConsole["as"]>["views"];
let theirs: ReturnType<TestConsole["as"]>["views"];
beforeAll(async () => {
  house = await openConsole();
  mine = house.as(operator).views;
  theirs = house.as(viewer).views;
  await addStation(house, { identity: "CS-1", connected: false });
  await addStation(house, { identity: "CS-2" });
});
afterAll(() => house.close());

const away = { place: "stations", search: "q=connected%3Ano" } as const;
const names = async (views: typeof mine) => (await views.list({ place: "stations" })).map(({ name }) => name);

describe("a kept view", () => {
  it("is its owner's, until it is shared with the team", async () => {
    const { id } = await mine.save({ ...away, name: "Away" });
    expect(await names(theirs)).toEqual([]);
    await mine.change({ id, team: true });
    expect(await theirs.list({ place: "stations" })).toMatchObject([{ name: "Away", isMine: false, owner: "Ada" }]);
    await expect(theirs.change({ id, name: "Mine now" })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    await expect(theirs.remove({ id })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    await mine.change({ id, name: "Silent", search: "q=seen%3A%3E1h" });
    expect(await mine.list({ place: "stations" })).toMatchObject([{ name: "Silent", search: "q=seen%3A%3E1h" }]);
    await mine.remove({ id });
    expect(await names(theirs)).toEqual([]);
  });

  it("is shared only by who may", async () => {
    await expect(theirs.save({ ...away, name: "All", team: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id } = await theirs.save({ ...away, name: "My own" });
    await expect(theirs.change({ id, team: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(mine.change({ id, name: "Not yours" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await theirs.remove({ id });
  });

  it("stands on one's own rail with how many match, and leaves it with the view", async () => {
    const { id } = await mine.save({ ...away, name: "Away", team: true });
    await theirs.pin({ id, pinned: true });
    await theirs.pin({ id, pinned: true });
    expect(await theirs.pinned()).toEqual([{ id, place: "stations", name: "Away", search: away.search, count: 1 }]);
    expect(await mine.pinned()).toEqual([]);
    await mine.change({ id, team: false });
    expect(await theirs.pinned()).toEqual([]);
    await mine.remove({ id });
    await expect(mine.pin({ id, pinned: true })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("has room for eight on a rail", async () => {
    const kept = await Promise.all(Array.from({ length: 9 }, (_, n) => mine.save({ ...away, name: `View ${n}` })));
    for (const { id } of kept.slice(0, 8)) await mine.pin({ id, pinned: true });
    await expect(mine.pin({ id: kept[8]?.id ?? 0, pinned: true })).rejects.toThrow(/room for 8/);
    expect(await mine.pinned()).toHaveLength(8);
  });
});
