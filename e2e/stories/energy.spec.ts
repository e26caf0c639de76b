import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/story";

test("a limit is set on the phases that the station told, and only its own schedule proves it", async ({
  page,
  network,
  console,
}) => {
  const token = await network.token();
  const station = await network.connected("1.6");
  await console.readVariables(station.id);
  await page.goto(`/stations/${station.identity}/energy`);

  await page.getByRole("button", { name: "Set a limit" }).click();
  const dialog = page.getByRole("dialog", { name: "Limit EVSE 1" });
  await dialog.getByRole("textbox", { name: "Limit" }).fill("10");
  await dialog.getByRole("textbox", { name: "Limit" }).press("Enter");
  const send = dialog.getByRole("button", { name: "Set to 10 A" });
  await expect(dialog.getByText(/That is 6\.9 kW on 3 phases \(told by the station\)/)).toBeVisible();
  await send.click();

  await expect(page.getByRole("article", { name: "Set a limit" })).toContainText("Confirmed");
  await expect(page.getByText(/Limited to 6.9 kW by profile #910010/)).toBeVisible();
  await station.plugIn(1);
  await station.presentToken(1, token);
  await expect.poll(() => station.reading(1).flow.watts).toBeGreaterThan(6_000);
  await expect.poll(() => station.reading(1).flow.watts).toBeLessThan(6_950);
});

test("a profile is written by keyboard, its effect is seen before it is sent, and it is cleared again", async ({
  page,
  network,
  console,
}) => {
  const station = await network.connected("2.0.1");
  await console.readVariables(station.id);
  await page.goto(`/stations/${station.identity}/energy`);

  await page.getByRole("button", { name: "Write a profile" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: /Charging profile for/ });
  await reach(page, dialog.getByRole("button", { name: "Add a period" }));
  await page.keyboard.press("Enter");
  // The new line is where one goes on writing.
  await expect(dialog.getByRole("textbox", { name: "2: after" })).toBeFocused();
  await page.keyboard.type("2");
  await reach(page, dialog.getByRole("textbox", { name: "2: limit" }));
  await page.keyboard.type("20");
  await page.keyboard.press("Tab");
  const preview = dialog.getByRole("region", { name: "What would hold" });
  await expect(preview.getByRole("img", { name: /in 2 steps/ })).toBeVisible();
  await expect(preview.getByText(/it limits to 4\.1 kW/)).toBeVisible();
  await reach(page, dialog.getByRole("button", { name: "Send the profile" }));
  await page.keyboard.press("Enter");

  await expect(page.getByRole("article", { name: "Set a charging profile" })).toContainText("Confirmed");
  const profiles = page.getByRole("region", { name: "Charging profiles" });
  const row = profiles.getByRole("listitem").filter({ hasText: "Every session" });
  await expect(row).toContainText("6 A");
  await row.getByRole("button", { name: "Clear" }).press("Enter");
  await expect(row).toHaveCount(0);
});

/** Goes on with the tabulator until it is there, as somebody without a mouse would. */
async function reach(page: Page, wanted: Locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the tabulator never gets there");
}
