import { expect, test } from "../support/story";
import { connectorCard } from "../support/views";

test("a lost token is blocked from the palette: it says where it charges now, and Enter does it", async ({
  page,
  network,
}) => {
  const token = await network.token();
  const station = await network.connected("2.0.1", {
    speed: 60,
    settings: { sampleMs: 1_000, tokenCache: false },
  });
  await station.plugIn(1);
  await station.presentToken(1, token);
  await page.goto(`/stations/${station.identity}`);
  await expect(connectorCard(page, "1", "Charging")).toBeVisible();

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search or act" })).toBeFocused();
  await page.keyboard.type(`block ${token}`);
  await expect(page.getByRole("option", { name: `Block ${token} …` })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");

  const dialog = page.getByRole("alertdialog", { name: `Block ${token}?` });
  await expect(dialog.getByText("Stop the session it charges now")).toBeVisible();
  await expect(dialog.getByText(new RegExp(`At ${station.identity}\\.`))).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Block", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Let in" })).toBeVisible();
  expect(await station.presentToken(2, token)).toBe("refused");
});
