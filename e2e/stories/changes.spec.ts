import { expect, test } from "../support/story";

test("g c shows since my last shift who changed a setting, from what to what, and what a station did by itself", async ({
  page,
  network,
  console,
}) => {
  const station = await network.connected("2.0.1");
  await console.readVariables(station.id);
  await page.goto(`/stations/${station.identity}/variables`);
  const row = page.getByRole("row", { name: /OfflineThreshold/ });
  await expect(row).toBeVisible();
  await console.writeVariable(station.id, { component: "OCPPCommCtrlr", name: "OfflineThreshold" }, "77");
  await expect(row.getByRole("textbox")).toHaveValue("77", { timeout: 60_000 });

  await page.goto("/");
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.getByRole("heading", { level: 1, name: "Changes" })).toBeVisible();
  await page.getByRole("radio", { name: "Since my last shift" }).click();

  const lines = page.getByRole("list", { name: "Changes" }).getByRole("listitem").filter({ hasText: station.identity });
  const setting = lines.filter({ hasText: "Setting changed" }).filter({ hasText: "OfflineThreshold" });
  await expect(setting).toContainText("77");
  await expect(setting.locator("del")).not.toBeEmpty();
  await expect(setting).toContainText("Admin", { ignoreCase: true });
  await expect(lines.filter({ hasText: "Started" })).toContainText("Station, by itself");

  await page.getByRole("radio", { name: "Stations", exact: true }).click();
  await expect(lines.filter({ hasText: "Started" })).toBeVisible();
  await expect(setting).toHaveCount(0);
});
