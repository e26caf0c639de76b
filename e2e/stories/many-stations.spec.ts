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
