import { expect, test } from "../support/story";

test("a site that loses power is one issue with forty children, one line on Now, and is over when they are back", async ({
  page,
  network,
  console,
}) => {
  test.slow();
  const name = network.name("SITE");
  const siteId = await console.addSite(name);
  const stations = await Promise.all(Array.from({ length: 40 }, () => network.station("1.6", { siteId })));
  await Promise.all(stations.map((station) => station.connect()));

  await page.goto("/issues");
  for (const station of stations) station.goOffline();
  const row = page.getByRole("grid", { name: "Issues" }).getByRole("row", { name });
  await expect(row).toContainText("40 of 40 stations offline", { timeout: 60_000 });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Critical");
  await page.goto("/");
  await expect(page.getByRole("listitem").filter({ hasText: name }).filter({ hasText: "40 of 40" })).toHaveCount(1);

  await page.goto("/issues");
  await row.click();
  await page.keyboard.press("a");
  await expect(row).toContainText("Acknowledged");
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "Mute this issue" });
  await dialog.getByRole("button", { name: "Mute", exact: true }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole("button", { name: /^Muted/ }).click();
  await expect(row).toContainText("Muted");
  await row.getByRole("link", { name: /40 of 40/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "40 of 40 stations offline" })).toBeVisible();
  await page.getByRole("button", { name: "Unmute" }).click();

  await Promise.all(stations.map((station) => station.goOnline()));
  await expect(page.getByRole("heading", { level: 1, name: "All 40 stations are back" })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole("article").getByText("Watching", { exact: true }).first()).toBeVisible();
  const history = page.getByRole("region", { name: "History" }).getByRole("listitem");
  await expect(history.last()).toContainText("Opened with 40 children");
  await page.getByRole("textbox", { name: "Note" }).fill("The fuse in the street was changed.");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(history.first()).toContainText("The fuse in the street was changed.");
});

test("a rule is counted before it is turned on, and is off until then", async ({ page, network }) => {
  const name = network.name("RULE");
  await page.goto("/settings/rules");
  await page.getByRole("button", { name: "Add a rule" }).click();
  const form = page.getByRole("dialog", { name: "Add a rule" });
  await form.getByRole("textbox", { name: "Name" }).fill(name);
  await form.getByRole("textbox", { name: "Only with these error codes" }).fill("NoSuchCode");
  await expect(form.getByText("No issue would have been meant.")).toBeVisible();
  await form.getByRole("button", { name: "Add, turned off" }).click();

  const rule = page.getByRole("switch", { name });
  await expect(rule).not.toBeChecked();
  await page.locator("label").filter({ has: rule }).click();
  await page
    .getByRole("alertdialog", { name: `Turn on “${name}”` })
    .getByRole("button", { name: "Turn on" })
    .click();
  await expect(rule).toBeChecked();
  await page.getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "Forget" }).click();
  await expect(rule).toHaveCount(0);
});
