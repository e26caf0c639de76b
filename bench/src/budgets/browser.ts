import { join } from "node:path";
import { awake } from "@chargehand/e2e/awake";
import { browserFlags, browserPath } from "@chargehand/e2e/browser";
import { type BrowserContext, chromium, type Page } from "@playwright/test";

/** A browser as an operator has it, on a processor as slow as wanted. */
export interface BudgetBrowser {
  /** Somebody who is signed in and has never been here: nothing is cached. */
  person(): Promise<BrowserContext>;
  /** A page of theirs, which notes what happens in it. */
  page(person: BrowserContext): Promise<Page>;
  close(): Promise<void>;
}

export async function openBrowser(addresses: string[], cookie: string, slowdown: number): Promise<BudgetBrowser> {
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserFlags });
  const cookies = addresses.flatMap((url) => cookie.split("; ").map((each) => cookieOf(each, url)));
  return {
    async person() {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: "en-GB",
        timezoneId: "Europe/Amsterdam",
      });
      await context.addInitScript({ path: join(import.meta.dirname, "in-page.js") });
      await context.addCookies(cookies);
      return context;
    },
    async page(person) {
      const page = await person.newPage();
      const session = await person.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
      return page;
    },
    close: () => browser.close(),
  };
}

function cookieOf(text: string, url: string) {
  const at = text.indexOf("=");
  return { name: text.slice(0, at), value: text.slice(at + 1), url };
}

/** What the notes of the page say (`in-page.js`). */
export const noted = <Answer>(page: Page, what: string): Promise<Answer> => page.evaluate<Answer>(`budgets.${what}`);

/** Ends when the list can be used and hears what happens: what the server drew looks the same, and does not. */
export async function openList(page: Page, address: string) {
  await awake(page, await page.goto(`${address}/stations`));
  await page.getByRole("grid", { name: "Stations" }).getByRole("row", { name: /CS-/ }).first().waitFor();
  await pill(page)
    .filter({ hasText: /^Live$/ })
    .waitFor();
}

export const pill = (page: Page) => page.getByRole("status", { name: "Connection to the live stream" });
