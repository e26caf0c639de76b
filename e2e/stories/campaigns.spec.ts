import type { Locator, Page } from "@playwright/test";
import { addFirmware, firmware } from "../support/firmware";
import { versions } from "../support/network";
import { expect, test } from "../support/story";

/** Fills a field for numbers, as somebody who goes on to the next one. */
async function number(page: Page, label: string, value: number) {
  const field = page.getByRole("textbox", { name: label });
  await field.fill(String(value));
  await field.press("Tab");
}

/** Picks all stations of a site in the list, and goes on to a campaign with them. */
async function campaignWith(page: Page, site: string, count: number) {
  await page.goto(`/stations?q=${encodeURIComponent(`site:${site}`)}`);
  const grid = page.getByRole("grid", { name: "Stations" });
  await expect(grid.getByRole("row").filter({ hasText: /CS-/ })).toHaveCount(count);
  await grid.focus();
  await page.keyboard.press("Control+a");
  const bar = page.getByRole("region", { name: "The picked stations" });
  await expect(bar).toContainText(`${count} stations picked`);
  await bar.getByRole("button", { name: "Campaign" }).click();
  await expect(page.getByRole("heading", { name: "New campaign" })).toBeVisible();
}

const next = (page: Page) => page.getByRole("button", { name: "Next", exact: true }).click();

async function chooseFirmware(page: Page, model: string, version: string) {
  await page.getByRole("button", { name: /Firmware/ }).click();
  await page.getByRole("option", { name: `Voltara ${model} · ${version}` }).click();
}

const headline = (page: Page): Locator => page.getByRole("paragraph").filter({ hasText: /stations? done/ });

test("a rollout whose canaries boot with something else stops by itself, names them, and nobody else is told", async ({
  page,
  network,
  console,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const model = network.name("MODEL");
  const kind = { siteId, vendor: "Voltara", model, firmware: "1.0.0", stepMs: 100 };
  const canaries = [
    await network.connected("2.0.1", { ...kind, faults: { firmware: "boots-old" } }),
    await network.connected("1.6", { ...kind, faults: { firmware: "boots-old" } }),
  ];
  for (let n = 0; n < 3; n++) await network.connected("2.1", kind);
  const other = await network.connected("2.0.1", { ...kind, model: `${model}-B` });
  const form = await addFirmware(page, { model, version: "2.0.0", buffer: firmware("2.0.0", 20_000) });
  await expect(form).toHaveCount(0);

  await campaignWith(page, site, 6);
  await chooseFirmware(page, model, "2.0.0");
  await next(page);
  await expect(page.getByText("6 stations, as they were picked")).toBeVisible();
  await next(page);
  await number(page, "First so many stations", 2);
  await number(page, "Stop above so many failures", 50);
  await number(page, "Wait before the next wave", 0);
  await next(page);

  const plan = page.getByRole("list", { name: "What would happen to whom" });
  await expect(plan).toContainText("of 6 take part");
  await expect(plan).toContainText("waves: 2 → 1 → 2 → 0");
  await expect(plan).toContainText(`It is a ${model}-B, not a ${model}.`);
  await expect(plan).toContainText(other.identity);
  await page.getByRole("button", { name: "Start with 5 stations" }).click();

  await expect(page.getByText("Paused", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(headline(page)).toContainText("2 failed of 2 in stage 1");
  for (const { identity } of canaries) await expect(headline(page)).toContainText(identity);
  const stations = page.getByRole("grid", { name: "Stations" });
  await expect(stations.getByRole("row").filter({ hasText: "Not begun" })).toHaveCount(3);
  const failed = stations.getByRole("row").filter({ hasText: canaries[0]?.identity ?? "" });
  await expect(failed).toContainText("booted with firmware 1.0.0, not 2.0.0");
  await failed.getByRole("link", { name: "What was said" }).click();
  await expect(page.getByRole("grid", { name: "Messages" })).toContainText("UpdateFirmware");
});

test("a point and Enter stop a campaign: nobody is told any more, and it says how many are mid-flight", async ({
  page,
  network,
  console,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const model = network.name("MODEL");
  // Slow enough to be mid-flight while somebody looks.
  const kind = { siteId, vendor: "Voltara", model, firmware: "1.0.0", stepMs: 60_000 };
  for (let n = 0; n < 4; n++) await network.connected("2.0.1", kind);
  const form = await addFirmware(page, { model, version: "2.0.0", buffer: firmware("2.0.0", 20_000) });
  await expect(form).toHaveCount(0);

  await campaignWith(page, site, 4);
  await chooseFirmware(page, model, "2.0.0");
  await next(page);
  await next(page);
  await number(page, "First so many stations", 1);
  await next(page);
  await page.getByRole("button", { name: "Start with 4 stations" }).click();
  const stations = page.getByRole("grid", { name: "Stations" });
  await expect(stations.getByRole("row").filter({ hasText: "Under way" })).toHaveCount(1);
  await expect(stations.getByRole("row").filter({ hasText: "waiting for the proof" })).toHaveCount(1);

  await page.keyboard.press(".");
  const question = page.getByRole("alertdialog", { name: "Stop this campaign?" });
  await expect(question).toContainText("3 stations will not be told. 1 is under way and is followed to its end.");
  await page.keyboard.press("Enter");
  await expect(question).toHaveCount(0);
  await expect(headline(page)).toContainText("1 station is mid-flight and is followed to its end.");
  await expect(stations.getByRole("row").filter({ hasText: "Not reached" })).toHaveCount(3);
});

test("no wave of a rollout holds two stations of a site with fewer than four", async ({ page, network, console }) => {
  const model = network.name("MODEL");
  const kind = { vendor: "Voltara", model, firmware: "1.0.0", stepMs: 60_000 };
  const sites = [await console.addSite(network.name("Site")), await console.addSite(network.name("Site"))];
  const stations = await Promise.all(
    sites.map((siteId) => Promise.all(versions.map((version) => network.connected(version, { ...kind, siteId })))),
  );
  const form = await addFirmware(page, { model, version: "2.0.0", buffer: firmware("2.0.0", 20_000) });
  await expect(form).toHaveCount(0);

  await page.goto(`/campaigns/new?q=${encodeURIComponent(`model:${model}`)}`);
  await chooseFirmware(page, model, "2.0.0");
  await next(page);
  await expect(page.getByText("6 stations match")).toBeVisible();
  await next(page);
  await number(page, "First so many stations", 2);
  await next(page);
  const plan = page.getByRole("list", { name: "What would happen to whom" });
  await expect(plan).toContainText("stand at small sites: one at a time there");
  await expect(plan).toContainText("waves: 2 → 1 → 2 → 1");
  await page.getByRole("button", { name: "Start with 6 stations" }).click();

  const grid = page.getByRole("grid", { name: "Stations" });
  for (const ofSite of stations) {
    const waves = ofSite.map(({ identity }) =>
      grid.getByRole("row").filter({ hasText: identity }).getByRole("gridcell").nth(1).textContent(),
    );
    expect(new Set(await Promise.all(waves)).size).toBe(3);
  }
});

test("what stations are set to goes out by the wizard in a dozen steps, each value read back", async ({
  page,
  network,
  console,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  for (let n = 0; n < 2; n++) await network.connected("1.6", { siteId });
  await campaignWith(page, site, 2);
  await page.getByRole("radio", { name: "Configuration" }).click();
  await page.getByRole("radio", { name: "Values" }).click();
  await page.getByRole("textbox", { name: "Values" }).fill("HeartbeatInterval = 543");
  for (let step = 0; step < 3; step++) await next(page);
  await page.getByRole("button", { name: "Start with 2 stations" }).click();
  await expect(page.getByRole("heading", { name: "Set HeartbeatInterval" })).toBeVisible();
  const stations = page.getByRole("grid", { name: "Stations" }).getByRole("row");
  await expect(stations.filter({ hasText: "1 value written and read back" })).toHaveCount(2);
});

test("an outage is planned with both its ways, stands in the schedule, and its results are taken along", async ({
  page,
  network,
  console,
}) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  for (let n = 0; n < 2; n++) await network.connected("2.0.1", { siteId });
  await campaignWith(page, site, 2);
  await page.getByRole("radio", { name: "Out of service for a while" }).click();
  await page.getByLabel("Out of service from").fill("2099-01-01T20:00");
  await page.getByLabel("Back in service at").fill("2099-01-01T23:00");
  await next(page);
  await next(page);
  await next(page);
  await page.getByRole("textbox", { name: "Name" }).fill(`Works at ${site}`);
  await page.getByRole("button", { name: "Start with 2 stations" }).click();
  await expect(page.getByText("Scheduled", { exact: true })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV of the results" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^campaign-\d+\.csv$/);

  for (const name of [`Works at ${site}`, `Works at ${site}: back into service`]) {
    await page.goto("/campaigns?view=schedule");
    const planned = page.getByRole("list", { name: "Schedule" }).getByRole("listitem");
    await planned.getByRole("link", { name, exact: true }).click();
    await page.getByRole("button", { name: /Stop sending/ }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Stop sending" }).click();
    await expect(headline(page)).toContainText("0 of 2");
  }
});
