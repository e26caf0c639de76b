import { expect, test } from "../support/story";
import { connectorCard } from "../support/views";

test("a session that does not end: the ladder says what each step does, and closing our record is another thing", async ({
  page,
  network,
}) => {
  const token = await network.token();
  const station = await network.connected("1.6", {
    speed: 60,
    settings: { sampleMs: 1_000 },
    faults: { reject: new Set(["RemoteStopTransaction"]) },
  });
  await station.plugIn(1);
  await station.presentToken(1, token);
  await page.goto(`/stations/${station.identity}`);
  await connectorCard(page, "1", "Charging")
    .getByRole("link", { name: /^since/ })
    .click();

  const ladder = page.getByRole("region", { name: "It does not end" });
  await expect(page.getByRole("figure")).toBeVisible();
  await expect(ladder).toHaveCount(0);
  await page.getByRole("button", { name: /^Stop connector 1/ }).press("Shift+Enter");
  await expect(ladder).toBeVisible({ timeout: 20_000 });

  await expect(ladder.getByRole("listitem")).toHaveText([
    /Tells the station to end this session/,
    /Frees the cable/,
    /ends its sessions in order, then restarts\. Cuts 1 session, [\d.]+ kWh/,
    /The whole station restarts at once\. Cuts 1 session, [\d.]+ kWh/,
  ]);
  await expect(ladder).toContainText("In our books only: the station is told nothing");

  await ladder.getByRole("button", { name: "Close the record …" }).click();
  const dialog = page.getByRole("dialog", { name: "Close the record in our books only?" });
  await expect(dialog.getByRole("button", { name: "Close the record" })).toBeDisabled();
  await dialog.getByRole("textbox", { name: "Why" }).fill("the driver has left by other means");
  await dialog.getByRole("button", { name: "Close the record" }).click();

  const made = page.getByRole("region", { name: "Decisions" });
  await expect(made).toContainText("Closed in our books, at its last reading");
  await expect(made).toContainText("the driver has left by other means");
  await expect(ladder).toHaveCount(0);
  // The station was told nothing of it.
  expect(station.transaction(1)).toBeDefined();
  expect(station.ledger.received.map(({ action }) => action)).not.toContain("UnlockConnector");

  await made.getByRole("button", { name: "Undo" }).click();
  await expect(ladder).toBeVisible();
  await ladder.getByRole("button", { name: "Reset softly" }).press("Enter");
  await station.ledger.waitFor((entry) => entry.kind === "received" && entry.action === "Reset", 20_000);
  await expect(ladder).toHaveCount(0);
  expect(station.transaction(1)).toBeUndefined();
});
