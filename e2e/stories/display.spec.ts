import { versions } from "../support/network";
import { expect, test } from "../support/story";

for (const version of versions.filter((each) => each !== "1.6")) {
  test(`a message is written for the display of a ${version} station, shown, and cleared`, async ({
    page,
    network,
  }) => {
    const station = await network.connected(version);
    await page.goto(`/stations/${station.identity}/display`);
    await page.getByRole("button", { name: "Write one" }).click();
    const dialog = page.getByRole("dialog", { name: `A message on the display of ${station.identity}` });
    const text = `Closed from ten, ${station.identity}`;
    await dialog.getByRole("textbox", { name: "Text" }).fill(text);
    await dialog.getByRole("button", { name: "Show it" }).click();

    await expect(page.getByRole("article", { name: "Show a message" })).toContainText("Confirmed");
    const line = page.getByRole("listitem").filter({ hasText: text });
    await expect(line).toBeVisible();
    await line.getByRole("button", { name: "Clear" }).click();
    await expect(page.getByRole("article", { name: "Clear a message" })).toContainText("Confirmed");
    await expect(line).toHaveCount(0);
  });
}

test("a station of 1.6 has no messages, and says why", async ({ page, network }) => {
  const station = await network.connected("1.6");
  await page.goto(`/stations/${station.identity}/display`);
  await expect(page.getByText("OCPP 1.6 has no words for messages on a display.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Write one/ })).toBeDisabled();
});

test("what the server refuses is said in the dialog that asked, which keeps what was written", async ({
  page,
  network,
}) => {
  const station = await network.connected("2.0.1");
  await page.goto(`/stations/${station.identity}/display`);
  await page.getByRole("button", { name: "Send one" }).click();
  const dialog = page.getByRole("dialog", { name: `A message of a vendor to ${station.identity}` });
  const vendor = dialog.getByRole("textbox", { name: "Vendor" });
  // Longer than any station takes.
  await vendor.fill("com.example".repeat(30));
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog.getByRole("alert")).toContainText("vendor");
  await expect(vendor).toHaveValue("com.example".repeat(30));

  await vendor.fill("com.example");
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
});
