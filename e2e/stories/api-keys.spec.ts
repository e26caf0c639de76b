import { stack } from "../support/stack";
import { expect, test } from "../support/story";

test.describe("a viewer", () => {
  test.use({ role: "viewer" });

  test("is told that the settings are for operators, and sees no key", async ({ page }) => {
    for (const address of ["/settings/api-keys", "/settings/webhooks", "/settings/webhooks/1"]) {
      await page.goto(address);
      await expect(page.getByText("Operators only")).toBeVisible();
      await expect(page.getByRole("grid")).toHaveCount(0);
      await expect(page.getByRole("button", { name: /Make a key|Add a webhook/ })).toHaveCount(0);
    }
  });
});

test("a key is made, shown once, used by a program, and revoked", async ({ page, request, network }) => {
  const name = network.name("KEY");
  await page.goto("/");
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "API keys" }).click();
  await page.getByRole("button", { name: "Make a key" }).click();
  const form = page.getByRole("dialog", { name: "Make an API key" });
  await form.getByRole("textbox", { name: "Name" }).fill(name);
  await expect(form.getByRole("button", { name: "Make the key" })).toBeDisabled();
  await form.getByText("See stations", { exact: true }).click();
  await form.getByRole("button", { name: "Make the key" }).click();

  const shown = page.getByRole("dialog", { name: `The key of ${name}` });
  const key = (await shown.getByText(/^chg_[0-9a-f]{48}$/).textContent()) ?? "";
  await shown.getByRole("button", { name: "I have copied it" }).click();
  const row = page.getByRole("grid", { name: "API keys" }).getByRole("row", { name });
  await expect(row).toContainText("Valid");
  await expect(row).toContainText(key.slice(0, 12));
  await expect(page.getByText(key)).toHaveCount(0);

  const ask = (path: string) =>
    request.get(`${stack.console}/api/v1${path}`, { headers: { authorization: `Bearer ${key}`, cookie: "" } });
  expect((await ask("/stations")).status()).toBe(200);
  expect((await ask("/tokens")).status()).toBe(403);
  await page.reload();
  await row.click();
  const inspector = page.getByRole("complementary");
  await expect(inspector).toContainText("See stations");
  await expect(inspector).toContainText("from ");

  await inspector.getByRole("button", { name: "Revoke" }).click();
  const question = page.getByRole("alertdialog", { name: `Revoke ${name}?` });
  await expect(question).toContainText("It was last used");
  await question.getByRole("button", { name: "Revoke" }).click();
  await expect(row).toHaveCount(0);
  expect((await ask("/stations")).status()).toBe(401);
  await page.getByText("Show revoked").click();
  await expect(row).toContainText("Revoked");
});
