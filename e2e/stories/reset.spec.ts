import { ManualClock } from "@chargehand/simulator/time/manual-clock";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/story";
import { connectorCard } from "../support/views";

test("a reset undone while it is held never leaves us", async ({ page, network }) => {
  const station = await network.connected("2.0.1");
  await page.goto(`/stations/${station.identity}`);
  await reset(page, "Reset now");

  await page.getByRole("button", { name: /^Reset now Undo/ }).click();
  await expect(page.getByRole("button", { name: /^Reset now undone/ })).toBeVisible();

  // A question asked afterwards reaches the station; had the reset been under way, it would have come first.
  await page.getByRole("button", { name: "Ask for a message" }).click();
  await page.getByRole("menuitem", { name: "Heartbeat" }).click();
  await station.ledger.waitFor((entry) => entry.kind === "received" && entry.action === "TriggerMessage", 20_000);
  expect(station.ledger.received.map(({ action }) => action)).not.toContain("Reset");
});

for (const version of ["1.6", "2.1"] as const) {
  test(`a ${version} reset is confirmed by the station's next boot, and by nothing before it`, async ({
    page,
    network,
  }) => {
    // It stays down until we say so.
    const clock = new ManualClock(Date.now());
    const station = await network.connected(version, { clock, rebootMs: 60_000 });
    await page.goto(`/stations/${station.identity}`);
    await reset(page, "Reset now");

    await station.ledger.waitFor((entry) => entry.kind === "disconnected", 20_000);
    await expect(connectorCard(page, "1", "Offline")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Reset now proving/ })).toBeVisible();

    clock.advance(60_000);
    await expect(page.getByRole("button", { name: /^Reset now confirmed/ })).toBeVisible();
    expect(station.ledger.counts.connected).toBe(2);
  });
}

test("a reset says what it cuts, and waits for the session unless told otherwise", async ({ page, network }) => {
  const token = await network.token();
  const station = await network.connected("2.0.1", { speed: 60, settings: { sampleMs: 1_000 } });
  await station.plugIn(1);
  await station.presentToken(1, token);
  await page.goto(`/stations/${station.identity}`);
  await expect(connectorCard(page, "1", "Charging")).toBeVisible();

  await page
    .getByRole("main")
    .getByRole("button", { name: /^Reset/ })
    .click();
  const dialog = page.getByRole("dialog", { name: `Reset ${station.identity}` });
  await expect(dialog.getByText(/^Waits for 1 session to end/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Reset when idle" })).toBeVisible();
  await dialog.getByRole("radio", { name: "Now" }).click();
  await expect(dialog.getByText(/^Cuts 1 session, [\d.]+ kWh/)).toBeVisible();
});

async function reset(page: Page, button: string) {
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Reset/ })
    .click();
  await page
    .getByRole("dialog", { name: /^Reset/ })
    .getByRole("button", { name: button })
    .click();
}
