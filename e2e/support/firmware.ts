import { expect, type Page } from "@playwright/test";

/** Firmware that says of itself what it is. */
export const firmware = (version: string, bytes = 400_000) =>
  Buffer.concat([Buffer.from(`firmware-version: ${version}\n`), Buffer.alloc(bytes, version)]);

/** Fills the form for a file of the library, and sends it. */
export async function addFirmware(
  page: Page,
  facts: { model: string; version: string; buffer: Buffer; sha256?: string },
) {
  await page.goto("/firmware");
  await page.getByRole("button", { name: "Add firmware" }).click();
  const form = page.getByRole("dialog", { name: "Add firmware" });
  const chooser = page.waitForEvent("filechooser");
  await form.getByRole("button", { name: "Choose the file…" }).click();
  await (await chooser).setFiles({
    name: `fw-${facts.version}.bin`,
    mimeType: "application/octet-stream",
    buffer: facts.buffer,
  });
  await expect(form.getByRole("textbox", { name: "Version" })).toHaveValue(facts.version);
  await form.getByRole("textbox", { name: "Vendor" }).fill("Voltara");
  await form.getByRole("textbox", { name: "Model" }).fill(facts.model);
  if (facts.sha256) await form.getByRole("textbox", { name: "SHA-256 (optional)" }).fill(facts.sha256);
  await form.getByRole("button", { name: "Add", exact: true }).click();
  return form;
}
