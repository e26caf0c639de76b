import { expect, test } from "../support/story";

test("a newcomer goes from nothing to a demo car that charges, within two minutes", async ({ page, network }) => {
  const began = Date.now();
  await page.goto("/welcome");
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
  expect(Date.now() - began).toBeLessThan(120_000);
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
