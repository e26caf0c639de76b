import { expect, test } from "../support/story";

test("a shift is handed over with what is open, and the next operator owns it; it prints on one sheet", async ({
  page,
  network,
  people,
  browser,
}) => {
  const station = await network.connected("1.6");
  await station.fault(1);
  await page.goto("/issues");
  const row = page.getByRole("grid", { name: "Issues" }).getByRole("row", { name: station.identity });
  await expect(row).toBeVisible();

  await page.goto("/shift");
  const sheet = page.getByRole("article", { name: /^Handover/ });
  await expect(sheet.getByRole("listitem").filter({ hasText: station.identity })).toBeVisible();
  await expect(sheet.getByRole("heading", { name: /^Commands without proof/ })).toBeVisible();
  await expect(sheet.getByRole("heading", { name: /^Muted/ })).toBeVisible();
  await expect(sheet.getByRole("heading", { name: /^Running campaigns/ })).toBeVisible();
  const note = network.name("NOTE");
  await page.getByRole("textbox", { name: "Notes" }).fill(`${note}: technician at the site until six.`);
  await expect(sheet).toContainText(note);
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  await page.getByRole("button", { name: /Hand over to/ }).click();
  await page.getByRole("option", { name: "second" }).click();
  await page.getByRole("button", { name: "Hand over", exact: true }).click();
  await expect(page.getByText(/^Handed over/)).toBeVisible();

  await page.goto("/issues");
  await expect(row).toContainText("second");
  const context = await browser.newContext({ storageState: people.secondOperator });
  const next = await context.newPage();
  await next.goto("/issues?view=mine");
  await expect(next.getByRole("grid", { name: "Issues" }).getByRole("row", { name: station.identity })).toBeVisible();
  await next.goto("/shift");
  await expect(next.getByText(note)).toBeVisible();
  await context.close();
});
