import { expect, test } from "../support/story";
import { stationRow } from "../support/views";

test.describe("in a browser that asks for German", () => {
  test.use({ locale: "de-DE" });

  test("the console speaks German at once, and English as soon as somebody wants it, for good", async ({
    page,
    network,
  }) => {
    const { identity } = await network.connected("1.6");
    await page.goto(`/stations?q=${identity}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.getByRole("heading", { name: "Stationen", level: 1 })).toBeVisible();
    await expect(
      page.getByRole("navigation", { name: "Bereiche" }).getByRole("link", { name: "Ladevorgänge" }),
    ).toBeVisible();
    await expect(page.getByRole("grid", { name: "Stationen" }).getByRole("row", { name: identity })).toBeVisible();

    await page.getByRole("button", { name: /^Sie:/ }).click();
    await page.getByRole("combobox", { name: "Sprache" }).selectOption({ label: "English" });
    await expect(page.getByRole("heading", { name: "Stations", level: 1 })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");

    await page.reload();
    await expect(stationRow(page, identity)).toBeVisible();
  });

  test("the palette understands German verbs", async ({ page, network }) => {
    const { identity } = await network.connected("2.0.1");
    await page.goto("/");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Suchen oder handeln" })).toBeFocused();
    await page.keyboard.type(`neustart ${identity}`);
    await expect(page.getByRole("option", { name: `${identity} jetzt neu starten` })).toBeVisible();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(`${identity} entriegeln`);
    await expect(page.getByRole("option", { name: `Anschluss 1 von ${identity} entriegeln` })).toBeVisible();
  });

  for (const address of [
    "/",
    "/stations",
    "/sessions",
    "/messages",
    "/commands",
    "/tokens",
    "/refusals",
    "/settings/preferences",
    "/field",
  ]) {
    test(`${address} has a word for everything in German`, async ({ page, network }) => {
      await network.connected("2.1");
      const faults: string[] = [];
      page.on("console", (message) => {
        if (/MISSING_MESSAGE|INVALID_MESSAGE|FORMATTING_ERROR/.test(message.text())) faults.push(message.text());
      });
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(faults).toEqual([]);
      // A message that is missing is shown by its name, like stations.column.site.
      await expect(page.getByText(/^[a-z][A-Za-z]+(\.[A-Za-z-]+){1,4}$/)).toHaveCount(0);
    });
  }
});

test.describe("with nobody signed in", () => {
  test.use({ role: "nobody", locale: "de-AT" });

  test("the door speaks the browser's language too", async ({ page }) => {
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name: "Anmelden" })).toBeVisible();
  });
});
