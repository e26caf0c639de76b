import { expect, test } from "../support/story";

test("a newcomer goes from nothing to a demo car that charges, in four interactions; all the rest turns by itself", async ({
  page,
  network,
}, { annotations }) => {
  // The machine may be slow; what it has to do alone is waited for.
  test.slow();
  const began = Date.now();
  await page.goto("/welcome");
  // A page that was loaded anew, or another one, would have forgotten this.
  await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  await page.getByLabel("Name of the network").fill(network.name("Network"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Simulate a charger" }).click();

  const list = page.getByRole("list", { name: "What has to be true" });
  await expect(list.getByRole("listitem").filter({ hasText: "They are in order" })).toHaveAttribute(
    "data-standing",
    "done",
    { timeout: 60_000 },
  );
  await page.getByRole("button", { name: "Start a test" }).click();
  await expect(page.getByRole("status").filter({ hasText: "charges" })).toBeVisible({ timeout: 60_000 });
  expect(await page.evaluate(() => "isTheSamePage" in window)).toBe(true);
  // Two minutes is what a person should need: how long it took is told, and judged by nobody on a busy machine.
  const seconds = Math.round((Date.now() - began) / 1_000);
  annotations.push({ type: "seconds from nothing to a charge", description: String(seconds) });
  process.stdout.write(`from nothing to a charging demo car: ${seconds} s\n`);
});

test("trouble befalls simulated stations only, and tells which", async ({ page }) => {
  await page.goto("/welcome");
  await page.getByRole("button", { name: "Simulate a charger" }).click();
  await expect(page.getByText(/^DEMO-\d+ is added\.$/)).toBeVisible();
  await page.goto("/demo");
  await page.getByRole("button", { name: "Play: A site loses its power" }).click();
  await expect(
    page
      .getByRole("main")
      .getByRole("status")
      .filter({ hasText: /It befell .*DEMO-/ }),
  ).toHaveCount(1);
});
