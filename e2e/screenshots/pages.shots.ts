import { addFirmware, firmware } from "../support/firmware";
import { expect, test } from "../support/story";
import { connectorCard } from "../support/views";
import { places, stationTabs, things } from "./places";
import { shoot } from "./shoot";

test("a network with a past", async ({ page, console }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/\d+ connectors are charging/, {
    timeout: 60_000,
  });
  const stations = await console.stationsThat("CS-000");
  for (const { id } of stations) await console.readVariables(id);

  for (const version of ["2.9.0", "3.0.0"]) {
    const form = await addFirmware(page, { model: "D150", version, buffer: firmware(version, 20_000) });
    await expect(form).toHaveCount(0);
  }
  await page.goto("/config");
  await page.getByRole("button", { name: "New template" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Voltara basics");
  await dialog.getByRole("textbox", { name: "Values" }).fill("HeartbeatInterval = 600\nMeterValueSampleInterval = 30");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
});

for (const kind of ["firmware", "command", "outage"])
  test(`a new campaign: ${kind}`, async ({ page }) => {
    await page.goto(`/campaigns/new?kind=${kind}&q=CS-000`);
    if (kind === "firmware") {
      await page.getByRole("button", { name: /Firmware/ }).click();
      await page.getByRole("option", { name: /2\.9\.0/ }).click();
    }
    if (kind === "outage") {
      await page.getByLabel("Out of service from").fill("2099-01-01T20:00");
      await page.getByLabel("Back in service at").fill("2099-01-01T23:00");
    }
    for (const step of ["what", "who", "how"]) {
      await shoot(page, `campaign-new-${kind}-${step}`);
      await page.getByRole("button", { name: "Next", exact: true }).click();
    }
    const start = page.getByRole("button", { name: /^Start with \d+ station/ });
    const written = page.getByRole("textbox", { name: /^Write \d+ to go on/ });
    await expect(start.and(page.locator(":enabled")).or(written)).toBeVisible();
    await shoot(page, `campaign-new-${kind}-check`);
    if (await written.isVisible()) await written.fill("9");
    await start.click();
    await expect(page).toHaveURL(/\/campaigns\/\d+/);
    await shoot(page, `campaign-${kind}`);
  });

for (const [name, address] of Object.entries(places))
  test(`the page ${address}`, async ({ page }) => {
    await page.goto(address);
    await shoot(page, name);
  });

for (const tab of stationTabs)
  test(`a station's tab ${tab}`, async ({ page }) => {
    await page.goto(`/stations/CS-0002/${tab}`);
    await shoot(page, `station-${tab}`);
  });

for (const [name, { list, prefix }] of Object.entries(things))
  test(`the page of a ${name}`, async ({ page }) => {
    await page.goto(list);
    const link = page.getByRole("main").locator(`a[href^="${prefix}"]`);
    const href = await link.first().getAttribute("href");
    await page.goto(href ?? list);
    await shoot(page, name);
  });

test("a session that does not end", async ({ page, network }) => {
  const station = await network.connected("1.6", {
    speed: 60,
    settings: { sampleMs: 1_000 },
    faults: { reject: new Set(["RemoteStopTransaction"]) },
  });
  await station.plugIn(1);
  await station.presentToken(1, await network.token());
  await page.goto(`/stations/${station.identity}`);
  await connectorCard(page, "1", "Charging")
    .getByRole("link", { name: /^since/ })
    .click();
  await page.getByRole("button", { name: /^Stop connector 1/ }).press("Shift+Enter");
  await expect(page.getByRole("region", { name: "It does not end" })).toBeVisible({ timeout: 20_000 });
  await shoot(page, "session-stuck");
});

// Last: by now there is something to be seen in the charts.
test("a station", async ({ page }) => {
  await page.goto("/stations/CS-0002");
  await shoot(page, "station");
});
