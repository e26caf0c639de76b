import type { Page } from "@playwright/test";
import { awake } from "../support/awake";
import { stack } from "../support/stack";
import { expect, test } from "../support/story";

test.use({ role: "nobody" });

/** In a network without stations the way in is shown first. */
const home = /:\d+\/(welcome)?$/;

test("an operator signs in and stands on Now", async ({ page }) => {
  await page.goto("/");
  await signIn(page);

  await expect(page).toHaveURL(home);
  await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible();
  await expect(page.getByLabel("Password")).toHaveCount(0);
});

test("a wrong password is refused in words at the form, which keeps what was typed", async ({ page }) => {
  await page.goto("/sign-in");
  // Nobody's address: failures are counted per account, and this story is not the only one.
  await page.getByLabel("Email").fill("nobody@chargehand.test");
  await page.getByLabel("Password").fill("not the password at all");
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByRole("alert").getByText("That email and password do not belong together.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("nobody@chargehand.test");
  await expect(page).toHaveURL("/sign-in");
});

test("who is not signed in is led to the door, and from there to the page they wanted", async ({ page }) => {
  await page.goto("/stations?q=status:faulted");
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page);

  await expect(page).toHaveURL(/\/stations\?q=status(:|%3A)faulted$/);
  await expect(page.getByRole("heading", { name: "Stations", level: 1 })).toBeVisible();
});

test("signing out closes the console behind one", async ({ page }) => {
  await page.goto("/sign-in");
  await signIn(page);
  await expect(page).toHaveURL(home);
  await awake(page, undefined);
  await page.getByRole("button", { name: /^You: / }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();

  await page.goto("/tokens");
  await expect(page).toHaveURL(/\/sign-in/);
});

async function signIn(page: Page) {
  await page.getByLabel("Email").fill(stack.admin.email);
  await page.getByLabel("Password").fill(stack.admin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
