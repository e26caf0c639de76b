import { expect, test } from "../support/story";
import { currentStep, showTray, trayRow } from "../support/views";
import { shootForReadme } from "./shoot";

test("the picture of the README: a station that has charged for some minutes", async ({ page, console }) => {
  test.setTimeout(400_000);
  await page.goto("/stations/CS-0002");
  await expect(page.getByText(/up ([3-9]|\d\d) m/)).toBeVisible({ timeout: 300_000 });
  const [station] = await console.stationsThat("CS-0002");
  if (!station) throw new Error("the demo has no CS-0002");
  await console.readVariables(station.id);
  await showTray(page);
  await expect(currentStep(trayRow(page, "CS-0002", "Read all variables"))).toHaveText(/Confirmed/);
  await shootForReadme(page);
});
