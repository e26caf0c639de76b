import type { Page } from "@playwright/test";
import { expect, test } from "../support/story";
import { connectorCard, openList, stationRow } from "../support/views";

const openChoices = (page: Page) => page.getByRole("button", { name: /^You:/ }).click();

test("what somebody chose is drawn by the server itself, so that nothing flashes", async ({ page }) => {
  await page.goto("/settings/preferences");
  const choices = page.getByRole("main");
  await choices.getByRole("radio", { name: "Sunlight" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "sunlight");
  await choices.getByRole("radio", { name: "Comfortable" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-density", "comfortable");

  const drawn = await (await page.request.get("/stations")).text();
  expect(drawn).toMatch(/<html[^>]*data-theme="sunlight"/);
  expect(drawn).toMatch(/<html[^>]*data-density="comfortable"/);
});

test("rows stand as close as somebody likes", async ({ page, network }) => {
  const { identity } = await network.connected("1.6");
  await openList(page, identity);
  const height = async () => (await stationRow(page, identity).boundingBox())?.height;
  expect(await height()).toBe(32);
  await openChoices(page);
  await page.getByRole("radio", { name: "Comfortable" }).click();
  await expect.poll(height).toBe(40);
  await page.reload();
  await expect(stationRow(page, identity)).toBeVisible();
  expect(await height()).toBe(40);
});

test("a station's times are told by the clock of its site, and by mine or UTC when I want", async ({
  page,
  network,
  console,
}) => {
  const siteId = await console.addSite(network.name("Site"), "Asia/Kolkata");
  const station = await network.connected("2.0.1", { siteId });
  await page.goto(`/stations/${station.identity}/connections`);
  await expect(page.getByText("times of Asia/Calcutta").or(page.getByText("times of Asia/Kolkata"))).toBeVisible();
  const opened = page.getByRole("grid").getByRole("row").nth(1).locator("time").first();
  const at = new Date((await opened.getAttribute("datetime")) ?? "");
  const told = (timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
  await expect(opened).toContainText(told("Asia/Kolkata"));

  await openChoices(page);
  await page.getByRole("radio", { name: "UTC" }).click();
  await expect(opened).toContainText(told("UTC"));
  await page.getByRole("radio", { name: "Mine" }).click();
  await expect(opened).toContainText(told("Europe/Amsterdam"));
  await expect(page.getByText(/^times of/)).toHaveCount(0);
  await page.goto(`/stations/${station.identity}`);
  await expect(connectorCard(page, "1", "Available")).toBeVisible();
});
