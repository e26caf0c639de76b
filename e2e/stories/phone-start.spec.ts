import { expect, test } from "../support/story";
import { connectorCard, currentStep, trayRow } from "../support/views";

test("a caller without a card is helped from the palette: why is a must, each step can be read out, and stays with the session", async ({
  page,
  network,
  console,
}) => {
  const station = await network.connected("2.0.1", {
    speed: 60,
    settings: { sampleMs: 1_000, connectionTimeOutMs: 60_000 },
  });
  await console.readVariables(station.id);
  await page.goto(`/stations/${station.identity}/variables`);
  await expect(page.getByRole("row", { name: /ConnectionTimeOut/ })).toBeVisible();
  await page.goto("/tokens");

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search or act" })).toBeFocused();
  await page.keyboard.type(`start connector 1 ${station.identity}`);
  const start = page.getByRole("option", { name: `Start connector 1 of ${station.identity}` });
  await expect(start).toContainText("no car plugged in");
  await expect(start).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("combobox", { name: /^Whose charge/ })).toBeFocused();
  const support = page.getByRole("option", { name: /^Support start/ });
  await expect(support).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(support).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");

  const why = page.getByRole("combobox", { name: /^Why start connector 1/ });
  await expect(why).toBeFocused();
  await expect(page.getByText("Say why first")).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(0);
  await page.keyboard.type("card is broken, ticket 4711");
  await expect(page.getByRole("option", { name: "Start free of charge" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const row = trayRow(page, station.identity, "Start connector 1");
  await expect(row).toContainText(/Station said yes → waiting for the cable, .+ left/);
  // The station has said how long it waits.
  await expect(row).not.toContainText("assumed");

  await station.plugIn(1);
  await expect(currentStep(row)).toContainText("Confirmed");
  await expect(row).toContainText(/Station said yes → charging [\d.]+\s*kW/);

  await page.goto(`/stations/${station.identity}`);
  await connectorCard(page, "1", "Charging")
    .getByRole("link", { name: /^since/ })
    .click();
  await expect(page.getByText(/^Support start, free of charge, by .*: “card is broken, ticket 4711”$/)).toBeVisible();
});

test("the station's page says beforehand how long a car is waited for, and who pays; nothing starts without a reason", async ({
  page,
  network,
}) => {
  const token = await network.token();
  const station = await network.connected("1.6");
  await page.goto(`/stations/${station.identity}`);
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Start/ })
    .click();
  const dialog = page.getByRole("dialog", { name: /^Start a session/ });
  await expect(dialog.getByText(/No car is plugged in\..*we assume 90 s\./)).toBeVisible();
  await dialog.getByRole("radio", { name: "Support start" }).click();
  const start = dialog.getByRole("button", { name: "Start connector 1" });
  await expect(start).toBeDisabled();
  await dialog.getByRole("textbox", { name: "Why" }).fill("lost the card");
  await expect(start).toBeEnabled();

  await dialog.getByRole("button", { name: /Who pays/ }).click();
  await page.getByRole("option", { name: "The holder of a token" }).click();
  await expect(start).toBeDisabled();
  await dialog.getByRole("combobox", { name: "Token" }).fill(token);
  await start.click();
  await station.ledger.waitFor(
    (entry) => entry.kind === "received" && entry.action === "RemoteStartTransaction",
    20_000,
  );
  await station.plugIn(1);
  await expect(connectorCard(page, "1", "Charging")).toBeVisible();
  const [session] = station.ledger.transactions.values();
  expect(session?.token).toBe(token);
});
