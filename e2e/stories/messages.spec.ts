import { expect, test } from "../support/story";

test("a call and its answer are one row, and new ones come by themselves", async ({ page, network }) => {
  const station = await network.connected("1.6");
  await page.goto(`/stations/${station.identity}/messages`);
  const grid = page.getByRole("grid", { name: "Messages" });
  await expect(grid.getByRole("row", { name: "BootNotification" })).toHaveCount(1);

  await station.call("DataTransfer", { vendorId: "acme", messageId: "tail" });
  const row = grid.getByRole("row", { name: "DataTransfer" });
  await expect(row).toHaveCount(1);
  await expect(row.getByRole("img", { name: "The station called us" })).toBeVisible();

  await row.click();
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await expect(inspector.getByRole("definition").filter({ hasText: "acme" })).toBeVisible();
  await expect(inspector.getByText("Our answer")).toBeVisible();
  await inspector.getByRole("radio", { name: "Raw" }).click();
  await expect(inspector.getByText('"DataTransfer"')).toBeVisible();
});

test("a paused conversation stands still and counts what it holds back; resumed, it shows all of it", async ({
  page,
  network,
}) => {
  const station = await network.connected("2.0.1");
  await page.goto(`/stations/${station.identity}/messages?action=DataTransfer`);
  await expect(page.getByText("Nothing fits the filter")).toBeVisible();
  const rows = page.getByRole("grid", { name: "Messages" }).getByRole("row", { name: "DataTransfer" });
  await station.call("DataTransfer", { vendorId: "acme", messageId: "before" });
  await expect(rows).toHaveCount(1);

  await page.getByRole("button", { name: "Pause" }).click();
  for (const messageId of ["one", "two", "three"]) await station.call("DataTransfer", { vendorId: "acme", messageId });
  await expect(page.getByText("3 held")).toBeVisible();
  await expect(rows).toHaveCount(1);

  await page.getByRole("button", { name: "Resume" }).click();
  await expect(rows).toHaveCount(4);
});

test("what breaks the schema is an error on its row, and marked at its path", async ({ page, network }) => {
  const station = await network.connected("2.0.1");
  await page.goto(`/stations/${station.identity}/messages`);
  const outcome = await station.call("StatusNotification", {
    timestamp: new Date().toISOString(),
    connectorStatus: "Levitating",
    evseId: 1,
    connectorId: 1,
  });
  expect(outcome.type).toBe("error");

  const row = page
    .getByRole("grid", { name: "Messages" })
    .getByRole("row", { name: "StatusNotification" })
    .filter({ hasText: /Violation/ });
  await row.click();
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await expect(inspector.getByText("1 field breaks the 2.0.1 schema")).toBeVisible();
  await expect(inspector.getByText("connectorStatus").first()).toBeVisible();
  await expect(inspector.getByRole("definition").filter({ hasText: "Levitating" })).not.toHaveText("Levitating");
});

test("the fleet's conversation names each station", async ({ page, network }) => {
  const station = await network.connected("2.1");
  await page.goto("/messages?action=DataTransfer");
  await station.call("DataTransfer", { vendorId: "acme" });
  await expect(
    page.getByRole("grid", { name: "Messages" }).getByRole("row", { name: station.identity }).first(),
  ).toBeVisible();
});
