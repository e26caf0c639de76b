import type { Issue } from "@chargehand/domain/issues/issue";
import { afterEach, beforeEach, expect, it } from "vitest";
import { exportTargets } from "../src/server/campaigns/export";
import { planFor } from "../src/server/issues/plan";
import { type Campaigning, campaigning, confirmed } from "./campaigning";
import { openConsole, operator, type TestConsole } from "./console";
import { addSession } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
let work: Campaigning;
beforeEach(async () => {
  house = await openConsole();
  console_ = house.as(operator);
  house.time.now = new Date("2026-11-23T12:00:00Z");
  work = campaigning(house);
});
afterEach(() => house.close());

const reset = { kind: "command", command: { type: "reset", when: "now" } } as const;
const all = { is: "all", q: "" } as const;

it("a plan says in numbers what would happen to whom, and how large the waves are", async () => {
  await house.prisma.site.create({ data: { name: "Small" } });
  const stations = await work.fleet(10, (n) => ({
    connected: n !== 1,
    ...(n === 2 && { version: null }),
    ...(n > 7 && { site: "Small" }),
  }));
  await addSession(house, stations[0]?.id ?? 0, { meterStartWh: 0, meterWh: 4_000 });
  const asked = {
    work: reset,
    chosen: all,
    pace: { smallSiteBelow: 4 },
    stages: [{ size: { stations: 2 } }, { size: { share: 0.5 } }, { size: "rest" as const }],
  };
  expect(await console_.campaigns.plan(asked)).toEqual({
    stations: 10,
    included: 9,
    offline: 1,
    charging: { stations: 1, sessions: 1, energyWh: 4_000 },
    spared: 2,
    excluded: [
      { reason: "The station has never connected, so its version is unknown.", stations: 1, some: ["CS-002"] },
    ],
    stages: [2, 5, 2],
  });
});

it("a campaign starts with the stations that were shown, or not at all", async () => {
  const stations = await work.fleet(3);
  const order = { name: "All", work: reset, chosen: all, expiresAt: work.later(3_600) };
  await expect(console_.campaigns.start({ ...order, expected: 2 })).rejects.toThrow(
    "Now 3 stations match, no longer 2",
  );
  const { id } = await console_.campaigns.start({ ...order, expected: 3 });
  await work.turn();
  expect(await work.told(id)).toEqual(stations.map((station) => station.id));
  await work.becomes(id, await work.told(id), confirmed);
  await work.turn();
  // Those that it has reached can be chosen for the way back.
  const back = await console_.campaigns.start({ ...order, chosen: { is: "reached", campaign: id }, expected: 3 });
  expect(await work.view(back.id)).toMatchObject({ chosenBy: `campaign ${id}`, counts: { waiting: 3 } });
});

it("an outage takes stations out, brings them back, and calls nobody in between", async () => {
  const [station] = await work.fleet(1);
  const { id, back } = await console_.campaigns.outage({
    ...{ name: "New cables", backName: "New cables: back", chosen: all, expected: 1 },
    ...{ from: work.later(60), until: work.later(3_600) },
  });
  await work.turn();
  expect(await work.told(id)).toEqual([]);
  work.pass(60);
  await work.turn();
  expect(await work.told(id)).toEqual([station?.id]);
  await work.becomes(id, await work.told(id), confirmed);

  const issue = (key: string) =>
    house.pool.query<{ id: number }>(
      `INSERT INTO issue (key, kind, station_id, severity, state, opened_at, openings, about, active, children)
       VALUES ($1, 'offline', $2, 0, 'new', now(), 1, '{}', 1, 0) RETURNING id`,
      [key, station?.id],
    );
  const opened = async (key: string) => {
    const [row] = (await issue(key)).rows;
    const known: Issue = {
      id: row?.id ?? 0,
      key,
      kind: "offline",
      where: { station: station?.id ?? 0 },
      severity: "critical",
      state: "new",
      openedAt: work.later(0),
      openings: 1,
      about: { kind: "offline" },
      children: [],
    };
    await planFor(house.pool, [{ issue: known }], { now: work.later(0), sendsMail: true });
    return house.prisma.issue.findUniqueOrThrow({ where: { id: known.id } });
  };
  expect((await opened("during")).mutedUntil).toEqual(work.later(3_600 - 60 + 15 * 60));
  expect(await house.prisma.issueNotice.count()).toBe(0);

  work.pass(3_600 - 60);
  await work.turn();
  await work.turn();
  expect(await work.view(id)).toMatchObject({ status: "finished" });
  expect(await work.told(back)).toEqual([station?.id]);
  work.pass(16 * 60);
  expect((await opened("after")).mutedUntil).toBeNull();
});

it("its results are taken along as a file, those that were left out too", async () => {
  const stations = await work.fleet(2, (n) => ({ version: n === 1 ? null : "2.0.1" }));
  const id = await work.create(stations);
  await work.turn();
  await work.becomes(id, await work.told(id), confirmed);
  await work.turn();
  let text = "";
  for await (const part of exportTargets({ ...house.context(operator), person: operator }, id)) text += part;
  expect(text.split("\r\n").map((line) => line.split(",").slice(0, 3))).toEqual([
    ["station", "stage", "state"],
    ["CS-000", "1", "succeeded"],
    ["CS-001", "", "excluded"],
    [""],
  ]);
});
