import type { Locator, Page } from "@playwright/test";
import { versions } from "../support/network";
import { expect, test } from "../support/story";
import { connectorCard, currentStep, showTray, trayRow } from "../support/views";
import { watchTexts } from "../support/watch";

for (const version of versions) {
  test(`a ${version} start goes through its life, and only the session itself confirms it`, async ({
    page,
    network,
  }) => {
    const token = await network.token();
    const station = await network.connected(version, {
      speed: 60,
      settings: { sampleMs: 1_000 },
      faults: { slowAnswers: 700 },
    });
    await page.goto(`/stations/${station.identity}`);
    const states = await watchTexts(page.getByRole("main"));
    await start(page, token, "1");
    await showTray(page);

    const row = trayRow(page, station.identity, "Start connector 1");
    await expect(currentStep(row)).toContainText("Proving");
    await expect(row.getByText("Needs a session to begin on connector 1")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Start connector 1 proving/ })).toBeVisible();
    expect(statesOf(await states()), "before a car is there").not.toContain("confirmed");

    await station.plugIn(1);
    await expect(currentStep(row)).toContainText("Confirmed");
    // Each step keeps its time; the answer says how long it took, which is what the station was ordered to wait.
    await expect(row.getByRole("listitem").nth(1)).toContainText(/Queued\d\d:\d\d:\d\d/);
    await expect(row.getByRole("listitem").nth(2)).toContainText(/Sent\d\d:\d\d:\d\d/);
    await expect(row.getByRole("listitem").nth(3)).toContainText(/Accepted\+[\d,]+ ms/);
    await expect(page.getByRole("button", { name: /^Start connector 1 confirmed/ })).toBeVisible();
    await expect(connectorCard(page, "1", "Charging")).toBeVisible();
    const passed = statesOf(await states());
    expect(passed, "in this order, and each at most once").toEqual(lifeOrder.filter((state) => passed.includes(state)));
    expect(passed).toEqual(expect.arrayContaining(["proving", "confirmed"]));

    await stop(page, "1");
    await expect(page.getByRole("button", { name: /^Stop connector 1 Undo/ })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Stop connector 1 confirmed/ })).toBeVisible(afterHold);
    await expect(connectorCard(page, "1", "Charging")).toHaveCount(0);
    const [session] = station.ledger.transactions.values();
    expect(session).toMatchObject({ token, endedAt: expect.any(String) });
    expect(session?.facts.every(({ acknowledged }) => acknowledged)).toBe(true);
  });

  test(`a ${version} start without a car turns unproven, never says success, and late evidence confirms it`, async ({
    page,
    network,
    console,
  }) => {
    const token = await network.token();
    // It says that it gives a car one second, and gives it a minute.
    const station = await network.connected(version, { settings: { connectionTimeOutMs: 1_000 } });
    await console.readVariables(station.id);
    await page.goto(`/stations/${station.identity}/variables`);
    await expect(page.getByRole("row", { name: /ConnectionTimeOut/ })).toBeVisible();
    station.settings.connectionTimeOutMs = 60_000;

    await page.getByRole("link", { name: "Overview" }).click();
    const states = await watchTexts(page.getByRole("main"));
    await start(page, token, "2");
    await showTray(page);
    const row = trayRow(page, station.identity, "Start connector 2");
    await expect(currentStep(row)).toContainText("Unproven", { timeout: 20_000 });
    await expect(row.getByRole("button", { name: "Try again" })).toBeVisible();
    expect(statesOf(await states())).not.toContain("confirmed");
    await expect(page.getByText(/success/i)).toHaveCount(0);

    await station.plugIn(2);
    await expect(currentStep(row)).toContainText("Confirmed");
    await expect(row).toContainText("Proving");
    await expect(connectorCard(page, "2", "Charging")).toBeVisible();
  });
}

test("what a station refuses says so where it was asked for, in the station's words", async ({ page, network }) => {
  const token = await network.token();
  const station = await network.connected("2.0.1", { faults: { reject: new Set(["RequestStartTransaction"]) } });
  await page.goto(`/stations/${station.identity}`);
  await start(page, token, "1");
  await expect(page.getByRole("button", { name: /^Start connector 1 rejected/ })).toBeVisible();
});

test("no car is known before the start is sent", async ({ page, network }) => {
  const station = await network.connected("1.6");
  await page.goto(`/stations/${station.identity}`);
  await page.getByRole("button", { name: /^Start/ }).click();
  const dialog = page.getByRole("dialog", { name: `Start a session at ${station.identity}` });
  await expect(dialog.getByText("No car is plugged in.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Start connector 1" })).toBeDisabled();
});

/** What interrupts a driver is held back for five seconds first. */
const afterHold = { timeout: 20_000 };

const lifeOrder = ["queued", "sent", "proving", "confirmed"];

/** The states that the start button went through, out of every text the page ever showed. */
const statesOf = (texts: string[]) => [
  ...new Set(
    texts.flatMap(
      (text) => /Start connector \d(held|queued|sent|accepted|proving|confirmed|unproven)/.exec(text)?.[1] ?? [],
    ),
  ),
];

async function start(page: Page, token: string, connector: string) {
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Start/ })
    .click();
  const dialog = page.getByRole("dialog", { name: /^Start a session/ });
  await choose(dialog, connector);
  await dialog.getByRole("combobox", { name: "Token" }).fill(token);
  await dialog.getByRole("button", { name: `Start connector ${connector}` }).click();
}

async function stop(page: Page, connector: string) {
  await page.getByRole("main").getByRole("button", { name: /^Stop/ }).click();
  const dialog = page.getByRole("dialog", { name: /^Stop a session/ });
  await choose(dialog, connector);
  await dialog.getByRole("button", { name: `Stop connector ${connector}` }).click();
}

const choose = (dialog: Locator, connector: string) =>
  dialog.getByRole("radio", { name: new RegExp(`^${connector}\\b`) }).check({ force: true });
