import { versions } from "../support/network";
import { expect, test } from "../support/story";

for (const version of versions) {
  test(`diagnostics of a ${version} station are fetched, and read here`, async ({ page, network }) => {
    const station = await network.connected(version);
    await page.goto(`/stations/${station.identity}/maintenance`);
    const logs = page.getByRole("region", { name: "Logs" });
    await logs.getByRole("button", { name: "Ask for diagnostics" }).click();
    await logs.getByRole("button", { name: "Read", exact: true }).click();
    const text = page.getByRole("dialog").getByRole("textbox");
    await expect(text).toHaveValue(/\S/);
    await page.keyboard.press("Escape");
    await expect(logs.getByText(/the file .+ arrived, \d+ bytes/)).toBeVisible();
  });
}

for (const version of ["2.0.1", "2.1"] as const) {
  test(`a monitor at a ${version} station raises an alert, and it clears`, async ({ page, network }) => {
    const token = await network.token();
    const station = await network.connected(version, { speed: 60, settings: { sampleMs: 1_000 } });
    await page.goto(`/stations/${station.identity}/maintenance`);
    const monitors = page.getByRole("region", { name: "Monitors" });
    await monitors.getByRole("button", { name: "Set one…" }).click();
    const dialog = page.getByRole("dialog", { name: `Watch a variable of ${station.identity}` });
    await dialog.getByRole("textbox", { name: "Component" }).fill("EVSE");
    await dialog.getByRole("textbox", { name: "EVSE" }).fill("1");
    await dialog.getByRole("textbox", { name: "Variable" }).fill("Power");
    await dialog.getByRole("textbox", { name: "Value" }).fill("1000");
    await dialog.getByRole("button", { name: "Set" }).click();
    await expect(monitors.getByText("above 1,000")).toBeVisible();

    const alert = page.getByRole("region", { name: "Alerts" }).getByRole("listitem").filter({ hasText: "Power" });
    await station.plugIn(1);
    expect(await station.presentToken(1, token)).toBe("accepted");
    await expect(alert).toBeVisible();
    await station.unplug(1);
    await expect(alert).toHaveCount(0);
  });
}
