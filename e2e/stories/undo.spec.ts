import { expect, test } from "../support/story";
import { connectorCard, showTray, trayRow } from "../support/views";

test("a reset by mistake is taken back with Ctrl+Z, and the message log shows that nothing left", async ({
  page,
  network,
}) => {
  const station = await network.connected("2.1");
  await page.goto(`/stations/${station.identity}`);
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Reset/ })
    .click();
  const dialog = page.getByRole("dialog", { name: /^Reset/ });
  await expect(dialog.getByText(/Held for 5 seconds/)).toBeVisible();
  await dialog.getByRole("button", { name: "Reset now" }).click();
  await expect(page.getByRole("button", { name: /^Reset now Undo/ })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: /^Reset now undone/ })).toBeVisible();

  await page.goto(`/stations/${station.identity}/messages`);
  await expect(page.getByRole("row", { name: "BootNotification" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Reset/ })).toHaveCount(0);
  expect(station.ledger.received.map(({ action }) => action)).not.toContain("Reset");
});

test("Shift+Enter goes past the hold; then it cannot be undone, which is said, and how long it took", async ({
  page,
  network,
}) => {
  const station = await network.connected("1.6");
  await page.goto(`/stations/${station.identity}`);
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Reset/ })
    .click();
  await page
    .getByRole("dialog", { name: /^Reset/ })
    .getByRole("button", { name: "Reset now" })
    .press("Shift+Enter");
  await showTray(page);
  const row = trayRow(page, station.identity, "Reset now");
  await expect(row).toContainText("Confirmed");
  // It was never held.
  await expect(row.getByRole("listitem").first()).toHaveText("");
  await expect(row).toContainText("Cannot be undone.");
  await expect(row).toContainText(/Back after \d+ s\./);
});

test("a 1.6 station cannot wait for sessions, so the reset waits here, says so, and can be taken back", async ({
  page,
  network,
}) => {
  const token = await network.token();
  const station = await network.connected("1.6", { speed: 60, settings: { sampleMs: 1_000 } });
  await station.plugIn(1);
  await station.presentToken(1, token);
  await page.goto(`/stations/${station.identity}`);
  await expect(connectorCard(page, "1", "Charging")).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Reset/ })
    .click();
  const dialog = page.getByRole("dialog", { name: /^Reset/ });
  await expect(dialog.getByText(/OCPP 1\.6 cannot wait by itself/)).toBeVisible();
  await dialog.getByRole("button", { name: "Reset when idle" }).press("Shift+Enter");
  await showTray(page);
  const row = trayRow(page, station.identity, "Reset when idle");
  await expect(row).toContainText("Waits until nobody charges");
  await row.getByRole("button", { name: "Take back" }).click();
  await expect(row).toContainText("Undone");
  expect(station.transaction(1)).toBeDefined();
  expect(station.ledger.received.map(({ action }) => action)).not.toContain("Reset");
});

test("what waited for a station longer than it should is never sent, and says so", async ({
  page,
  network,
  console,
}) => {
  const station = await network.connected("2.0.1");
  station.goOffline();
  await page.goto(`/stations/${station.identity}`);
  await expect(connectorCard(page, "1", "Offline")).toBeVisible();
  // The shortest there is.
  await console.askWhenBack(station.id, 10);
  await showTray(page);
  const row = trayRow(page, station.identity, "Ask for a boot message");
  await expect(row).toContainText("Waits for the station");
  await expect(row).toContainText("Never sent: the station did not come back in time", { timeout: 30_000 });

  await station.goOnline();
  await expect(connectorCard(page, "1", "Available")).toBeVisible();
  await page.getByRole("button", { name: "Ask for a message" }).click();
  await page.getByRole("menuitem", { name: "Heartbeat" }).click();
  const isAsked = (message: string) => (entry: (typeof station.ledger.entries)[number]) =>
    entry.kind === "received" && entry.payload.requestedMessage === message;
  // Asked after it, it comes; the other one never did.
  await station.ledger.waitFor(isAsked("Heartbeat"), 20_000);
  expect(station.ledger.entries.filter(isAsked("BootNotification"))).toEqual([]);
  await expect(row).toContainText("Never sent");
});
