import type { Page } from "@playwright/test";
import { expect, test } from "../support/story";
import { connectorCard, openList, stationRow } from "../support/views";

const grid = (page: Page) => page.getByRole("grid", { name: "Stations" });

/** The row that the keys are at; a picked one is another matter. */
const expectAt = (page: Page, identity: string) =>
  expect(grid(page)).toHaveAttribute("aria-activedescendant", new RegExp(`${identity}$`));

test("with keys only: to the stations, into the filter, down the rows, into a station, to the next one, and home", async ({
  page,
  network,
  console,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const [one, two] = [await network.connected("1.6", { siteId }), await network.connected("2.1", { siteId })];
  await page.goto("/");
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page.getByRole("heading", { name: "Stations", level: 1 })).toBeVisible();

  await page.keyboard.press("/");
  await page.keyboard.type(site);
  await page.keyboard.press("Enter");
  await expect(stationRow(page, one.identity)).toBeVisible();
  await expect(grid(page).getByRole("row")).toHaveCount(3);
  // What is typed is text, whatever the keys mean elsewhere.
  await expect(page).toHaveURL(/\/stations\?/);

  await grid(page).focus();
  await page.keyboard.press("j");
  await expectAt(page, one.identity);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("k");
  await page.keyboard.press("o");
  await expect(page.getByRole("heading", { name: one.identity, level: 1 })).toBeVisible();

  await page.keyboard.press("]");
  await expect(page.getByRole("heading", { name: two.identity, level: 1 })).toBeVisible();
  await page.keyboard.press("[");
  await expect(page.getByRole("heading", { name: one.identity, level: 1 })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/$/);
});

test("a key of a station asks on the chosen row and on its page, and sends nothing by itself", async ({
  page,
  network,
}) => {
  const { identity } = await network.connected("2.0.1");
  await openList(page, identity);
  await stationRow(page, identity).click();
  await expect(page.getByRole("complementary").getByRole("button", { name: "Reset" })).toBeVisible();
  await grid(page).focus();
  await page.keyboard.press("r");
  await expect(page.getByRole("dialog", { name: `Reset ${identity}` })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.goto(`/stations/${identity}`);
  await expect(connectorCard(page, "1", "Available")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByRole("dialog", { name: `Unlock a cable at ${identity}` })).toBeVisible();
});

test("the second key of a chord is not what it means alone in a list", async ({ page, network }) => {
  const { identity } = await network.connected("1.6");
  await openList(page, identity);
  await stationRow(page, identity).click();
  await grid(page).focus();
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page).toHaveURL(/\/issues/);
});

test("the sheet of keys is there by ?, and turns single keys off for good; what is no letter stays", async ({
  page,
  network,
}) => {
  const { identity } = await network.connected("1.6");
  await openList(page, identity);
  await grid(page).focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet.getByRole("region", { name: "Everywhere" })).toContainText("Search or act");
  await sheet.getByText("Single keys", { exact: true }).click();
  await expect(sheet.getByText("Single keys are off")).toBeVisible();
  await page.keyboard.press("Escape");

  await page.reload();
  await grid(page).focus();
  await page.keyboard.press("j");
  await expect(grid(page)).not.toHaveAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  await expectAt(page, identity);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("y copies the link to exactly what is seen, which opens so for somebody else", async ({
  page,
  context,
  network,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { identity } = await network.connected("1.6");
  await openList(page, identity);
  await stationRow(page, identity).click();
  await grid(page).focus();
  await page.keyboard.press("y");
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await other.goto(link);
  await expectAt(other, identity);
  await expect(other.getByRole("complementary").getByText(identity).first()).toBeVisible();
});

test("the inspector is made wider with the arrow keys, and stays so", async ({ page, network }) => {
  const { identity } = await network.connected("1.6");
  await openList(page, identity);
  await stationRow(page, identity).click();
  // What is known of the station has come: until then another edge stands in its place.
  await expect(page.getByRole("complementary").getByRole("button", { name: "Reset" })).toBeVisible();
  const edge = page.getByRole("separator", { name: "Width of the inspector" });
  await edge.focus();
  const before = Number(await edge.getAttribute("aria-valuenow"));
  for (let n = 0; n < 4; n++) await page.keyboard.press("ArrowLeft");
  await expect(edge).toHaveAttribute("aria-valuenow", String(before + 64));

  await page.reload();
  const width = await page.getByRole("complementary", { name: "Inspector" }).evaluate((element) => element.clientWidth);
  expect(Math.abs(width - before - 64)).toBeLessThanOrEqual(2);
});
