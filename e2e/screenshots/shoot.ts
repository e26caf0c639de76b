import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

const folder = process.env.SCREENSHOTS ?? "test-results/pictures";

/** On a desk and in a hand. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** A page as it stands, by day and by night, on a desk and in a hand: `<name>-<light|dark>-<width>.png`. */
export async function shoot(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${size.width}.png`), animations: "disabled" });
    }
  }
}

/** The one picture that the README shows. */
export async function shootForReadme(page: Page): Promise<void> {
  await settled(page);
  await page.screenshot({ path: join(folder, "readme.png"), animations: "disabled" });
}

/** Waits until nothing is on its way any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator("main .animate-late")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  // The frame after the next has what changed with the size.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
