import type { Page } from "@playwright/test";
import pg from "pg";
import type { Console } from "../support/console";
import type { KnownStation, Network } from "../support/network";
import { stack } from "../support/stack";
import { expect, test } from "../support/story";

const interval = { component: "", name: "HeartbeatInterval" };

/** Fifty stations of a site: four are there, of which one has another interval, and one was never read; the others were like the rest. */
async function fleet(network: Network, console: Console) {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const stations: KnownStation[] = [];
  for (let n = 0; n < 4; n += 1) stations.push(await network.connected("1.6", { siteId }));
  const [odd, usual, , unread] = stations;
  if (!odd || !usual || !unread) throw new Error("the fleet did not come");
  await console.writeVariable(odd.id, interval, "777");
  for (const station of stations) if (station !== unread) await console.readVariables(station.id);
  await expect.poll(() => addLike(usual, network, 46)).toBe(46);
  return { site, stations, odd, unread };
}

/** Stations that are away and said the same as one that was read, once it has said something; tells how many there are. */
async function addLike({ id }: KnownStation, network: Network, count: number): Promise<number> {
  const database = new pg.Client({ connectionString: stack.databaseUrl() });
  await database.connect();
  const { rows } = await database.query(
    `WITH made AS (
       INSERT INTO station (identity, identity_folded, approval, registration, version, vendor, model, site_id)
       SELECT another, lower(another), approval, registration, version, vendor, model, site_id
       FROM station, unnest($2::text[]) AS another
       WHERE id = $1 AND EXISTS (SELECT FROM variable WHERE station_id = $1 AND name = 'HeartbeatInterval')
       RETURNING id
     ), said AS (
       INSERT INTO variable (station_id, key, attribute, component, name, value, mutability, values, reported_at)
       SELECT made.id, key, attribute, component, name, value, mutability, values, reported_at
       FROM variable, made WHERE station_id = $1
     )
     SELECT count(*)::int AS count FROM made`,
    [id, Array.from({ length: count }, () => network.name())],
  );
  await database.end();
  return rows[0]?.count;
}

const matrixRow = (page: Page, name: string) =>
  page
    .getByRole("region", { name: "Comparison" })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: new RegExp(name) }) });

test("stations are compared, what differs is made the same by a plan, and each value is read back, all by keyboard", async ({
  page,
  network,
  console,
}) => {
  const { site, odd } = await fleet(network, console);
  await page.goto(`/stations?q=site:${site}`);
  await page.getByRole("grid", { name: "Stations" }).focus();
  await page.keyboard.press("Control+a");
  const bar = page.getByRole("region", { name: "The picked stations" });
  await expect(bar).toContainText("50 stations picked");
  await bar.getByRole("button", { name: "Compare" }).focus();
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "Compare stations" })).toBeVisible();
  // The link says it all: whoever gets it sees the same.
  await expect(async () => {
    await page.reload();
    await expect(matrixRow(page, "HeartbeatInterval").locator('[data-cell="differs"]')).toHaveText(/777/, {
      timeout: 1_000,
    });
    await expect(matrixRow(page, "HeartbeatInterval").locator('[data-cell="majority"]')).toHaveCount(48, {
      timeout: 1_000,
    });
  }).toPass();
  await expect(matrixRow(page, "HeartbeatInterval").locator('[data-cell="never-read"]')).toHaveText("not read");
  // What is the same everywhere is not shown before it is asked for.
  await expect(matrixRow(page, "NumberOfConnectors")).toHaveCount(0);
  await page.getByRole("switch", { name: "Also what is the same" }).focus();
  await page.keyboard.press("Space");
  await expect(matrixRow(page, "HeartbeatInterval")).toBeVisible();
  await expect(matrixRow(page, "NumberOfConnectors")).toHaveCount(0);
  // A fact of each station is no setting; it is shown to whoever asks.
  await page.getByRole("switch", { name: "Also facts of each station" }).focus();
  await page.keyboard.press("Space");
  await expect(matrixRow(page, "NumberOfConnectors")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Make NumberOfConnectors the same" })).toBeDisabled();

  await page.getByRole("checkbox", { name: "Make HeartbeatInterval the same" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Plan 1 value" }).focus();
  await page.keyboard.press("Enter");

  const numbers = page.getByRole("list", { name: "In numbers" });
  await expect(numbers).toContainText("1 write");
  await expect(numbers).toContainText("1 never read: read first");
  await expect(numbers).toContainText("48 already so");
  await page.getByRole("button", { name: "Apply to 2 stations" }).focus();
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(/\/campaigns\/\d+/);
  await expect(page.getByText(odd.identity).first()).toBeVisible();
  await expect(page.getByText("1 value written and read back").first()).toBeVisible();
  await expect(page.getByText("already so").first()).toBeVisible();
});

test("a template says what a site is to be; its station shows what is desired, confirmed and reported, and drift when it leaves that", async ({
  page,
  network,
  console,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const station = await network.connected("1.6", { siteId });
  await console.readVariables(station.id);
  const name = network.name("Template");

  await page.goto("/config");
  await page.getByRole("button", { name: "New template" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("combobox", { name: "Site" }).fill(site);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog.getByRole("textbox", { name: "Values" }).fill("HeartbeatInterval = 654\nNumberOfConnectors = 9");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  const line = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  await expect(line).toContainText("HeartbeatInterval = 654");
  await expect(line).toContainText("1 station differs");

  await line.getByRole("link", { name: `Plan for ${name}` }).click();
  const numbers = page.getByRole("list", { name: "In numbers" });
  await expect(numbers).toContainText("1 write");
  await expect(numbers).toContainText("1 read-only, skipped");
  await page.getByRole("button", { name: "Apply to 1 station" }).click();
  await expect(page.getByText(/1 value written and read back; read-only: NumberOfConnectors/).first()).toBeVisible();

  await page.goto(`/stations/${station.identity}/variables`);
  const desired = page.getByRole("table", { name: "Desired by templates" });
  // Desired, last confirmed, reported.
  await expect(
    desired
      .getByRole("row", { name: /HeartbeatInterval/ })
      .getByRole("cell")
      .nth(1),
  ).toContainText("654");
  await console.writeVariable(station.id, interval, "60");
  await expect(page.getByText("1 drifted")).toBeVisible();
  await expect(page.getByText("1 not as desired")).toBeVisible();
  await page.goto(`/issues?kind=drift`);
  await expect(page.getByText("HeartbeatInterval is 60, and is to be 654").first()).toBeVisible();

  await console.writeVariable(station.id, interval, "654");
  await page.goto(`/stations/${station.identity}/variables`);
  await expect(page.getByText("1 drifted")).toHaveCount(0);
});
