import type { Page } from "@playwright/test";
import { expect, test } from "../support/story";
import { connectorMark, openList, stationRow } from "../support/views";

const filterOf = (page: Page) => page.getByRole("combobox", { name: "Filter stations" });
const listOf = (page: Page) => page.getByRole("grid", { name: "Stations" });

test("slash and a word find exactly the faulted connectors, each with its error, the vendor's code and since when", async ({
  page,
  network,
  console,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const [first, , third] = await Promise.all(
    (["1.6", "2.0.1", "1.6"] as const).map((version) => network.connected(version, { siteId })),
  );
  const timestamp = new Date().toISOString();
  await first?.call("StatusNotification", {
    ...{ connectorId: 1, status: "Faulted", errorCode: "GroundFailure", vendorErrorCode: "RcdTripped", timestamp },
  });
  await third?.fault(1);
  await page.goto(`/stations?q=site:${site}`);
  await expect(listOf(page).getByRole("row", { name: /CS-/ })).toHaveCount(3);

  await page.keyboard.press("/");
  await expect(filterOf(page)).toBeFocused();
  await page.keyboard.type("faulted");
  await expect(listOf(page).getByRole("row", { name: /CS-/ })).toHaveCount(2);
  const row = stationRow(page, first?.identity ?? "");
  await expect(row).toContainText("#1");
  await expect(row).toContainText("Ground failure");
  await expect(row).toContainText("rcd tripped");
  await expect(row).toContainText(/\d+ s|now/);

  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/status:faulted|status%3Afaulted/);
});

test("who comes to be faulted waits in a chip and is said politely; the row under the pointer stays", async ({
  page,
  network,
  console,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const early = await network.connected("2.0.1", { siteId });
  const late = await network.connected("2.0.1", { siteId });
  await late.fault(1);
  await page.goto(`/stations?q=${encodeURIComponent(`status:faulted site:${site}`)}`);
  const row = stationRow(page, late.identity);
  await expect(row).toBeVisible();
  await row.hover();
  const before = await row.boundingBox();

  await early.fault(1);
  const chip = page.getByRole("button", { name: "1 new" });
  await expect(chip).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "1 new fault" })).toHaveCount(1);
  expect(await row.boundingBox()).toEqual(before);
  await expect(stationRow(page, early.identity)).toHaveCount(0);

  await chip.click();
  await expect(stationRow(page, early.identity)).toBeVisible();
  await expect(chip).toHaveCount(0);
});

test("a filter completes itself with what there is, and says what it does not understand while the rest holds", async ({
  page,
  network,
}) => {
  const vendor = network.name("Maker");
  const station = await network.connected("2.0.1", { vendor });
  await openList(page, station.identity);
  await filterOf(page).fill(`${station.identity} vend`);
  await page.getByRole("option", { name: /^vendor:/ }).click();
  await expect(page.getByRole("option", { name: new RegExp(vendor) })).toContainText("1");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Remove vendor:${vendor}` })).toBeVisible();
  await expect(stationRow(page, station.identity)).toBeVisible();

  await page.keyboard.type("status:sleepy ");
  await expect(page.getByText("status:sleepy").last()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "says nothing about status" })).toBeVisible();
  await expect(stationRow(page, station.identity)).toBeVisible();
  await page.getByRole("button", { name: "offline", exact: true }).click();
  await expect(stationRow(page, station.identity)).toHaveCount(0);
});

test("a link is the same list for a colleague: filter, order, columns and row; its file has all that match", async ({
  page,
  network,
  console,
  browser,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const stations = await Promise.all(Array.from({ length: 3 }, () => network.connected("1.6", { siteId })));
  await page.goto(`/stations?q=site:${site}`);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Maker" }).check({ force: true });
  await page.keyboard.press("Escape");
  await page.getByRole("columnheader", { name: "Station" }).getByRole("button").click();
  await stationRow(page, stations[1]?.identity ?? "").click();
  await expect(page).toHaveURL(/sel=/);
  await expect(page).toHaveURL(/cols=/);

  const colleague = await browser.newContext({
    storageState: await page.context().storageState(),
    timezoneId: "America/New_York",
  });
  const theirs = await colleague.newPage();
  await theirs.goto(page.url());
  await expect(
    theirs
      .getByRole("complementary")
      .getByText(stations[1]?.identity ?? "")
      .first(),
  ).toBeVisible();
  await expect(theirs.getByRole("button", { name: `Remove site:${site}` })).toBeVisible();
  await expect(listOf(theirs).getByRole("columnheader", { name: "Station" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await colleague.close();

  const file = await page.request.get(
    (await page.getByRole("link", { name: "Download all that match as CSV" }).getAttribute("href")) ?? "",
  );
  const [head, ...lines] = (await file.text()).trim().split("\r\n");
  expect(head).toContain("power_kw");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/);
});

test("a list is kept by name, pinned to the rail with its count, and comes back from there", async ({
  page,
  network,
  console,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const station = await network.connected("2.1", { siteId });
  const name = network.name("View");
  await page.goto(`/stations?q=site:${site}`);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("textbox", { name: "Keep this list as" }).fill(name);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("button", { name: `Pin ${name} to the rail` }).click();
  await page.keyboard.press("Escape");

  await page.goto("/messages");
  const pinned = page.getByRole("list", { name: "Pinned views" }).getByRole("link", { name });
  await expect(pinned).toContainText("1");
  await pinned.click();
  await expect(stationRow(page, station.identity)).toBeVisible();

  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("button", { name: `More for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(page.getByRole("list", { name: "Pinned views" }).getByRole("link", { name })).toHaveCount(0);
});

test("a list that is held still counts what it holds back, and shows it at once when it goes on", async ({
  page,
  network,
}) => {
  const station = await network.connected("1.6");
  await openList(page, station.identity);
  const row = stationRow(page, station.identity);
  await expect(connectorMark(row, "1", "Available")).toBeVisible();
  await listOf(page).focus();
  await page.keyboard.press("p");
  await expect(page.getByText("Paused, nothing held back")).toBeVisible();
  await station.plugIn(1);
  await expect(page.getByText(/Paused, \d+ held back/)).toBeVisible();
  await expect(connectorMark(row, "1", "Available")).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(connectorMark(row, "1", "Plugged in")).toBeVisible();
});
