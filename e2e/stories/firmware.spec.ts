import { createHash } from "node:crypto";
import { addFirmware, firmware } from "../support/firmware";
import { versions } from "../support/network";
import { expect, test } from "../support/story";

for (const version of versions) {
  test(`a ${version} station fetches firmware of the library from us, and boots it`, async ({ page, network }) => {
    const model = network.name("MODEL");
    const buffer = firmware("7.1.0");
    const station = await network.connected(version, { vendor: "Voltara", model, firmware: "7.0.0", stepMs: 200 });
    await addFirmware(page, { model, version: "7.1.0", buffer });
    const inspector = page.getByRole("complementary");
    await expect(inspector.getByText(createHash("sha256").update(buffer).digest("hex"))).toBeVisible();
    await expect(inspector.getByText("0 of 1 station")).toBeVisible();
    await expect(page).toHaveURL(/image=\d+/);
    const image = page.url();

    await page.goto(`/stations/${station.identity}/maintenance`);
    const panel = page.getByRole("region", { name: "Firmware" });
    await panel.getByRole("button", { name: "Update…" }).click();
    const dialog = page.getByRole("dialog", { name: `Update the firmware of ${station.identity}` });
    await expect(dialog.getByRole("button", { name: /Which firmware/ })).toContainText("7.1.0");
    await dialog.getByRole("button", { name: "Update", exact: true }).click();
    await expect(panel.getByText("booted with firmware 7.1.0")).toBeVisible();

    await page.goto(image);
    const line = inspector.getByRole("listitem").filter({ hasText: station.identity });
    await expect(line).toContainText("fetched");
    await expect(inspector.getByText("1 of 1 station")).toBeVisible();
  });
}

test("firmware that is there already, or is not what was declared, is refused; what is not needed is removed", async ({
  page,
  network,
}) => {
  const model = network.name("MODEL");
  const buffer = firmware("2.0.0", 10_000);
  const wrong = await addFirmware(page, { model, version: "2.0.0", buffer, sha256: "0".repeat(64) });
  await expect(wrong.getByRole("alert")).toContainText("not the one that was given");
  await addFirmware(page, { model, version: "2.0.0", buffer });
  const inspector = page.getByRole("complementary");
  await expect(inspector.getByText("No station was told to fetch it yet.")).toBeVisible();
  const again = await addFirmware(page, { model, version: "2.0.0", buffer: firmware("2.0.0", 20_000) });
  await expect(again.getByRole("alert")).toContainText(`There is a firmware 2.0.0 for Voltara ${model} already`);
  await again.getByRole("button", { name: "Leave it" }).click();

  await page.getByRole("grid", { name: "Firmware" }).getByRole("row", { name: model }).click();
  await inspector.getByRole("textbox", { name: "Notes" }).fill("Only for the lab.");
  await inspector.getByRole("button", { name: "Save notes" }).click();
  await expect(inspector.getByRole("button", { name: "Save notes" })).toHaveCount(0);
  await inspector.getByRole("button", { name: "Remove…" }).click();
  const question = page.getByRole("alertdialog", { name: `Remove Voltara ${model} 2.0.0?` });
  await question.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByRole("grid", { name: "Firmware" }).getByRole("row", { name: model })).toHaveCount(0);
});
