import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, type TestConsole, viewer } from "./console";
import { addSample, addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
beforeAll(async () => {
  house = await openConsole();
});
afterAll(() => house.close());

it("tells what the connectors of a station drew together, and nothing that is older than an hour", async () => {
  const { id } = await addStation(house, { identity: "CS-1" });
  const other = await addStation(house, { identity: "CS-2" });
  const [one, two] = [await addSession(house, id), await addSession(house, id, { evse: 2 })];
  const minute = Math.floor(Date.now() / 120_000) * 120_000 - 600_000;
  for (const [session, powerW] of [
    [one.id, 11_000],
    [two.id, 7_000],
  ] as const) {
    await addSample(house, { session, station: id, at: new Date(minute), powerW });
    await addSample(house, { session, station: id, at: new Date(minute + 60_000), powerW: powerW + 2_000 });
    await addSample(house, { session, station: id, at: minutesAgo(70), powerW: 99_000 });
  }

  expect(await house.as(viewer).stations.lastHours({ ids: [id, other.id] })).toEqual([
    { station: id, at: [minute], powerW: [20_000] },
  ]);
});
