import { createPool } from "@chargehand/db/pool";
import { afterEach, beforeEach, expect, it } from "vitest";
import { tick } from "../src/server/campaigns/tick";
import { type Campaigning, campaigning } from "./campaigning";
import { openConsole, type TestConsole } from "./console";

let house: TestConsole;
let work: Campaigning;
beforeEach(async () => {
  house = await openConsole();
  house.time.now = new Date("2026-11-23T12:00:00Z");
  work = campaigning(house);
});
afterEach(() => house.close());

const rollout = {
  work: { kind: "firmware", location: "https://files.example/f", version: "2.0" },
  pace: { atOnce: 300, smallSiteBelow: 4 },
  stages: [{ size: { stations: 5 } }, { size: { share: 0.05 } }, { size: { share: 0.25 } }, { size: "rest" }].map(
    ({ size }) => ({ size, failureShare: 0.05, successShare: 0.9, soakSeconds: 600 }),
  ),
} as Parameters<Campaigning["create"]>[1]; // literals of the sizes

/** Stations at sites of three, as gateways would have left them. */
async function manyStations(count: number) {
  await house.pool.query(`INSERT INTO site (name) SELECT 'Site ' || n FROM generate_series(1, $1::int) n`, [
    Math.ceil(count / 3),
  ]);
  const { rows } = await house.pool.query<{ id: number }>(
    `INSERT INTO station (identity, identity_folded, approval, version, connected, site_id, firmware_version)
     SELECT 'CS-' || n, 'cs-' || n, 'approved', '2.0.1', true, (SELECT min(id) FROM site) + n % $2::int, '1.0'
     FROM generate_series(1, $1::int) n RETURNING id`,
    [count, Math.ceil(count / 3)],
  );
  return rows;
}

/** Every station does as it was told, and every hundredth boots with something else. */
const obey = (campaign: number) =>
  house.pool.query(
    `UPDATE command c SET delivery = 'sent', answer = 'accepted',
       proof = CASE WHEN s.id % 100 = 0 THEN 'unproven' ELSE 'confirmed' END,
       evidence = CASE WHEN s.id % 100 = 0 THEN 'booted with firmware 1.0' ELSE 'booted with firmware 2.0' END
     FROM station s WHERE s.id = c.station_id AND c.campaign_id = $1 AND c.proof = 'none'`,
    [campaign],
  );

const timesTold = async (campaign: number) =>
  (
    await house.pool.query(
      `SELECT times, count(*)::int AS stations FROM (
         SELECT count(*)::int AS times FROM command WHERE campaign_id = $1 GROUP BY station_id) n GROUP BY times`,
      [campaign],
    )
  ).rows;

it("2,000 stations of which one in a hundred fails end exactly so, each told once, and no small site has two at once", async () => {
  const stations = await manyStations(2_000);
  const id = await work.create(stations, rollout);
  const inOneWave = await house.pool.query(
    `SELECT 1 FROM campaign_target WHERE campaign_id = $1 AND stage < 4 GROUP BY stage, spared_site HAVING count(*) > 1`,
    [id],
  );
  expect(inOneWave.rows).toEqual([]);
  for (let turns = 0; turns < 200 && (await work.view(id)).status === "running"; turns++) {
    await work.turn();
    const { rows } = await house.pool.query(
      `SELECT 1 FROM campaign_target WHERE campaign_id = $1 AND state = 'working' GROUP BY spared_site HAVING count(*) > 1`,
      [id],
    );
    expect(rows).toEqual([]);
    await obey(id);
    work.pass(600);
  }
  expect(await work.view(id)).toMatchObject({
    status: "finished",
    excluded: 0,
    counts: { waiting: 0, working: 0, watching: 0, succeeded: 1_980, skipped: 0, failed: 20, unproven: 0, left: 0 },
    stages: [{ status: "succeeded" }, { status: "succeeded" }, { status: "succeeded" }, { status: "succeeded" }],
  });
  expect(await timesTold(id)).toEqual([{ times: 1, stations: 2_000 }]);
}, 120_000);

it("engines that are cut off from the database in the middle tell nobody twice and forget nobody", async () => {
  const id = await work.create(await manyStations(300), {
    ...rollout,
    pace: { atOnce: 20 },
    stages: [{ size: "rest" }],
    expiresAt: work.later(7 * 86_400),
  });
  const engines = [1, 2].map((n) => {
    const pool = createPool(house.url, { max: 2, name: `engine-${n}` });
    pool.on("error", () => {});
    return pool;
  });
  let isOver = false;
  let cut = 0;
  const running = engines.map(async (pool) => {
    while (!isOver) await tick({ pool, clock: () => new Date("2026-11-23T12:00:00Z") }).catch(() => {});
  });
  try {
    const deadline = Date.now() + 100_000;
    while ((await work.view(id)).status === "running") {
      if (Date.now() > deadline) throw new Error("the campaign never ended");
      await obey(id);
      if (cut >= 20) continue;
      const { rowCount } = await house.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name LIKE '%engine-%' AND state <> 'idle'
         ORDER BY random() LIMIT 1`,
      );
      cut += rowCount ?? 0;
    }
  } finally {
    isOver = true;
    await Promise.all(running);
    await Promise.all(engines.map((pool) => pool.end()));
  }
  expect(cut).toBeGreaterThan(0);
  expect(await work.view(id)).toMatchObject({ status: "finished", counts: { succeeded: 297, failed: 3 } });
  expect(await timesTold(id)).toEqual([{ times: 1, stations: 300 }]);
}, 120_000);
