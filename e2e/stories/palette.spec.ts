import type { Page } from "@playwright/test";
import { expect, test } from "../support/story";
import { connectorCard, currentStep, trayRow } from "../support/views";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search or act" });
async function openPalette(page: Page) {
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("combobox")).toBeFocused();
}

const entry = (page: Page, name: string | RegExp) => page.getByRole("dialog").getByRole("option", { name });

test("the name on a sticker, Enter, Enter: a car that waits is charging, seen from any page", async ({
  page,
  network,
}) => {
  const token = await network.token();
  const station = await network.connected("2.0.1");
  await station.plugIn(1);
  await page.goto(`/stations/${station.identity}`);
  await expect(connectorCard(page, "1", "Plugged in")).toBeVisible();
  // The one who calls gives their token; the next time it is the first of the list.
  await page.evaluate((value) => localStorage.setItem("palette.token", value), token);
  await page.goto("/tokens");

  await openPalette(page);
  await page.keyboard.type(station.identity);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: /^Whose charge/ })).toBeFocused();
  await page.keyboard.type(token);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(currentStep(trayRow(page, station.identity, "Start connector 1"))).toContainText("Confirmed");
});

test("what harms drivers wants a second Enter, and says first what it will do; Ctrl+Z takes it back", async ({
  page,
  network,
}) => {
  const token = await network.token();
  const station = await network.connected("2.0.1", { speed: 60, settings: { sampleMs: 1_000 } });
  await station.plugIn(1);
  await station.presentToken(1, token);
  await page.goto(`/stations/${station.identity}`);
  await expect(connectorCard(page, "1", "Charging")).toBeVisible();
  await page.goto("/");

  // The thing first, then the verb.
  await openPalette(page);
  await page.keyboard.type(`${station.identity} reset`);
  const now = entry(page, `Reset ${station.identity} now`);
  await expect(now).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(now).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(now).toContainText(/Enter again: .*Cuts 1 session/);
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(palette(page)).toHaveCount(0);

  await page.keyboard.press("Control+z");
  await expect(trayRow(page, station.identity, "Reset now")).toContainText("undone", { ignoreCase: true });
  expect(station.ledger.received.map(({ action }) => action)).not.toContain("Reset");
});

test("it leads to a station, to a token and to a page, and remembers where one went", async ({ page, network }) => {
  const token = await network.token();
  const { identity } = await network.connected("1.6");
  await page.goto("/");
  await openPalette(page);
  // However fast somebody types, Enter waits for what was found.
  await page.keyboard.type(identity.toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: identity, level: 1 })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type(token);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(token);

  await openPalette(page);
  await expect(page.getByRole("group", { name: "Recent" }).getByRole("option")).toContainText([token, identity]);
  await page.keyboard.type("messages");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/messages/);
});

test("somebody who may only look is offered places, and nothing to do", async ({ browser, people, network }) => {
  const { identity } = await network.connected("1.6");
  const context = await browser.newContext({ storageState: people.viewer });
  const page = await context.newPage();
  await page.goto("/stations");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await openPalette(page);
  await page.keyboard.type(identity);
  await expect(entry(page, new RegExp(`^${identity}`))).toBeVisible();
  await expect(page.getByRole("group", { name: "Do" })).toHaveCount(0);
  await context.close();
});
