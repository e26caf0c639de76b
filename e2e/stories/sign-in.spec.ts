import { expect, test } from "@playwright/test";
import { stack } from "../support/stack";

test("an operator signs in with the first operator's password", async ({ page }) => {
  await page.goto("/");

  await page.getByLabel("Email").fill(stack.admin.email);
  await page.getByLabel("Password").fill(stack.admin.password);
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByRole("navigation").first()).toBeVisible();
  await expect(page.getByLabel("Password")).toHaveCount(0);
});

test("a wrong password is refused in words, and the page stays", async ({ page }) => {
  await page.goto("/");

  await page.getByLabel("Email").fill(stack.admin.email);
  await page.getByLabel("Password").fill("not the password at all");
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByText("That email and password do not belong together.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(stack.admin.email);
});
