import pg from "pg";
import { awake } from "../support/awake";
import type { KnownStation } from "../support/network";
import { stack } from "../support/stack";
import { expect, test } from "../support/story";
import { connectorMark, stationRow } from "../support/views";

test("all that match are picked and a reset is weighed: who is away, who charges, who cannot; its number is written before it goes", async ({
  page,
  network,
  console,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const token = await network.token();
  const charging = await network.connected("2.0.1", { siteId });
  await network.connected("1.6", { siteId });
  await network.station("2.0.1", { siteId });
  await charging.plugIn(1);
  await charging.presentToken(1, token);
  await page.goto(`/stations?q=site:${site}`);
  await expect(connectorMark(stationRow(page, charging.identity), "1", "Charging")).toBeVisible();

  await page.getByRole("grid", { name: "Stations" }).focus();
  await page.keyboard.press("Control+a");
  const bar = page.getByRole("region", { name: "The picked stations" });
  await expect(bar).toContainText("3 stations picked");
  await bar.getByRole("button", { name: "More for all of them" }).click();
  await page.getByRole("menuitem", { name: "Reset now" }).click();

  const dialog = page.getByRole("alertdialog");
  const weight = dialog.getByRole("list", { name: "What would happen to whom" });
  await expect(weight).toContainText(/2\s*will be told now/);
  await expect(weight).toContainText(/1\s*of them charge a car: this cuts 1 session/);
  await expect(weight).toContainText(/1\s*cannot be told/);
  const send = dialog.getByRole("button", { name: /Tell 2 stations/ });
  await expect(send).toBeDisabled();
  await dialog.getByLabel("Write 3 to go on").fill("3");
  await send.click();

  await expect(dialog).toHaveCount(0);
  const running = page.getByRole("region", { name: "Reset now" }).last();
  // Done is only what the next boot proved; the bar is the same after the page was closed.
  await expect(running).toContainText("2 of 2");
  await expect(bar).toHaveCount(0);
  await page.reload();
  await expect(running).toContainText("2 of 2");
});

test("stations are taken out of service by the bulk: a bar says how each stands, also when the tab was closed, and only the unproven are told again", async ({
  page,
  context,
  network,
  console,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const token = await network.token();
  const [idle, charging] = await Promise.all([
    Promise.all([network.connected("1.6", { siteId }), network.connected("2.1", { siteId })]),
    Promise.all([network.connected("1.6", { siteId }), network.connected("2.0.1", { siteId })]),
  ]);
  for (const station of charging) {
    await station.plugIn(1);
    await station.presentToken(1, token);
  }
  const list = `/stations?q=site:${site}`;
  await page.goto(list);
  for (const station of charging) {
    await expect(connectorMark(stationRow(page, station.identity), "1", "Charging")).toBeVisible();
  }
  await page.getByRole("grid", { name: "Stations" }).focus();
  await page.keyboard.press("Control+a");
  const bar = page.getByRole("region", { name: "The picked stations" });
  await expect(bar).toContainText("4 stations picked");
  await bar.getByRole("button", { name: "More for all of them" }).click();
  await page.getByRole("menuitem", { name: "Out of service" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Tell 4 stations" }).click();

  // Where a car charges, the station goes out of service only when it is done.
  const barIn = (tab: typeof page) => tab.getByRole("region", { name: "Out of service", exact: true });
  const underWay = { name: "2 Done, 2 Under way" };
  await expect(barIn(page).getByRole("img", underWay)).toBeVisible();
  const tab = await context.newPage();
  await page.close();
  await awake(tab, await tab.goto(list));
  await expect(barIn(tab).getByRole("img", underWay)).toBeVisible();

  await noMorePatience(charging);
  await expect(barIn(tab).getByRole("img", { name: "2 Done, 2 Unproven" })).toBeVisible();
  await barIn(tab).getByRole("button", { name: "Try 2 unproven again" }).click();
  await expect(barIn(tab).getByRole("img", underWay)).toBeVisible();
  expect(await timesTold(idle)).toEqual([1, 1]);
  expect(await timesTold(charging)).toEqual([2, 2]);

  for (const station of charging) {
    await station.presentToken(1, token);
    await station.unplug(1);
  }
  await expect(barIn(tab).getByRole("img", { name: "4 Done" })).toBeVisible();
});

/** The time for the proof of what these stations were told is over now. */
const noMorePatience = (stations: readonly KnownStation[]) =>
  asked("UPDATE command SET deadline = now() WHERE proof = 'waiting' AND station_id = ANY ($1)", stations);

/** How often each of them was told. */
async function timesTold(stations: readonly KnownStation[]): Promise<number[]> {
  const rows = await asked(
    `SELECT count(*)::int AS count FROM command
     WHERE type = 'set-availability' AND station_id = ANY ($1) GROUP BY station_id`,
    stations,
  );
  return rows.map(({ count }) => count);
}

async function asked(sql: string, stations: readonly KnownStation[]): Promise<{ count: number }[]> {
  const database = new pg.Client({ connectionString: stack.databaseUrl() });
  await database.connect();
  const { rows } = await database.query(sql, [stations.map(({ id }) => id)]);
  await database.end();
  return rows;
}
