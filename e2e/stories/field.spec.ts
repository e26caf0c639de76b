import type { Page } from "@playwright/test";
import { type Line, openLine } from "../support/line";
import { test as base, expect } from "../support/story";

const test = base.extend<{ line: Line; baseURL: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs out of the pattern.
  line: async ({}, use) => {
    const line = await openLine();
    await use(line);
    await line.close();
  },
  baseURL: async ({ line }, use) => use(line.address),
});

test.use({ locale: "de-DE", viewport: { width: 320, height: 640 }, hasTouch: true });

const actions = ["Starten", "Beenden", "Entriegeln", "Neustart"];
const connection = (page: Page) => page.getByRole("status", { name: "Verbindung zum Live-Strom" });

test("in German, on a narrow phone in the sun: found by its sticker, and told everything with one thumb", async ({
  page,
  network,
}) => {
  const token = await network.token();
  const station = await network.connected("1.6", { speed: 60, settings: { sampleMs: 1_000 } });
  await station.plugIn(1);
  await station.presentToken(1, token);
  await page.goto("/field");
  await page.getByRole("textbox", { name: "Nummer auf dem Aufkleber" }).fill(station.identity);
  await expect(page.getByRole("link", { name: station.identity })).toBeVisible();
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(new RegExp(`/field/${station.identity}$`));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "sunlight");
  await expect(page.getByRole("region", { name: /^Anschluss 1: / })).toContainText("kW");
  for (const action of actions) {
    const button = page.getByRole("button", { name: new RegExp(`^${action}`) });
    await expect(button).toBeInViewport();
    const box = await button.boundingBox();
    expect(box?.height, `${action} fits a thumb`).toBeGreaterThanOrEqual(48);
    expect(box?.y, `${action} is in its reach`).toBeGreaterThan(320);
  }
  await expectNothingCut(page);

  await page.getByRole("button", { name: "Beenden", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Anschluss 1 beenden zurücknehmen/i })).toBeVisible();
  await expectNothingCut(page);
  await station.ledger.waitFor(
    (entry) => entry.kind === "received" && entry.action === "RemoteStopTransaction",
    20_000,
  );
  await expect(page.getByRole("button", { name: /^Beenden/ })).toBeDisabled({ timeout: 40_000 });
  expect(station.transaction(1)).toBeUndefined();

  await page.getByRole("button", { name: "Neustart", exact: true }).click();
  await expect(page.getByRole("dialog", { name: /Neustart|neu starten/ })).toBeVisible();
  await expectNothingCut(page);
});

test("without a line an action waits in the phone and says when it expires; a reset is not sent late", async ({
  page,
  network,
  line,
}) => {
  const station = await network.connected("2.0.1");
  await page.goto(`/field/${station.identity}`);
  await expect.poll(() => line.streams).toBe(1);
  await expect(connection(page)).toHaveText("Live");
  line.cut();
  await expect(connection(page)).toContainText("Offline");

  await expect(page.getByRole("button", { name: "Neustart, nicht verspätet" })).toBeDisabled();
  await expect(page.getByText(/wartet 10 Minuten in diesem Telefon und verfällt dann/)).toBeVisible();
  await page.getByRole("button", { name: "Entriegeln", exact: true }).click();
  const waiting = page.getByRole("list", { name: "Wartet auf Verbindung" });
  await expect(waiting).toContainText(/Anschluss 1 entriegeln, .* verfällt in \d+.*, um \d\d:\d\d/);
  await expectNothingCut(page);
  expect(station.ledger.received.map(({ action }) => action)).not.toContain("UnlockConnector");

  line.mend();
  await expect(connection(page)).toHaveText("Live");
  await expect(waiting).toHaveCount(0);
  await station.ledger.waitFor((entry) => entry.kind === "received" && entry.action === "UnlockConnector", 20_000);
});

test("what waits for a station that is away says until when", async ({ page, network, console }) => {
  const station = await network.connected("1.6");
  station.goOffline();
  await page.goto(`/field/${station.identity}`);
  await expect(page.getByText(/^Weg/)).toBeVisible();
  await console.askWhenBack(station.id, 600);
  const waiting = page.getByRole("list", { name: "Wartet auf die Station" });
  await expect(waiting).toContainText(/verfällt in \d+.*, um \d\d:\d\d/);
});

test("whoever may command gets to the field from the thumb bar", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Bereiche" }).getByRole("link", { name: "Vor Ort" }).click();
  await expect(page).toHaveURL(/\/field$/);
});

test("a photo is noted on the spot, and seen with the station's notes", async ({ page, network }) => {
  const station = await network.connected("2.1");
  await page.goto(`/field/${station.identity}`);
  await page.getByRole("textbox", { name: "Was zu sehen ist" }).fill("Kabel gerissen");
  await page
    .getByLabel("Foto-Notiz")
    .and(page.locator("input"))
    .setInputFiles({
      name: "cable.png",
      mimeType: "image/png",
      buffer: Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
        "base64",
      ),
    });
  const photo = page.getByRole("img", { name: "Foto: Kabel gerissen" });
  await expect(photo).toBeVisible();
  await page.goto(`/stations/${station.identity}/notes`);
  await photo.scrollIntoViewIfNeeded();
  await expect.poll(() => photo.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1);
});

/** Nothing runs out of the page, and no button's words out of the button. */
async function expectNothingCut(page: Page) {
  const cut = await page.evaluate(() => {
    const buttons = [...document.querySelectorAll("footer button, [role=dialog] button")];
    return [
      ...(document.documentElement.scrollWidth > window.innerWidth ? ["the page"] : []),
      ...buttons
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(({ textContent }) => textContent),
    ];
  });
  expect(cut, "what is cut").toEqual([]);
}
