import { gzipSync } from "node:zlib";
import { firstScripts } from "@chargehand/e2e/scripts";
import type { BrowserContext, Page } from "@playwright/test";
import { type BudgetBrowser, noted, openList } from "./browser";
import { judge, quantile } from "./goals";

/** When the largest part of the list is painted: for somebody who has never been here, and for who comes again. */
export async function judgeLoading(browser: BudgetBrowser, address: string) {
  const cold: number[] = [];
  const warm: number[] = [];
  // The first visit is the server's own warming up.
  for (let visit = 0; visit < 4; visit++) {
    const person = await browser.person();
    const page = await browser.page(person);
    const first = await largest(page, address);
    if (visit > 0) cold.push(first);
    for (let again = 0; visit > 0 && again < 2; again++) warm.push(await largest(page, address));
    await person.close();
  }
  judge("largest paint of the list, warm", quantile(warm, 0.75));
  judge("largest paint of the list, cold", quantile(cold, 0.75));
}

async function largest(page: Page, address: string): Promise<number> {
  await openList(page, address);
  return noted<number>(page, "largest");
}

/** What has to be fetched before a page works. */
export async function judgeScripts(browser: BudgetBrowser, address: string) {
  const person = await browser.person();
  const weigh = (path: string) => firstScripts(person.request, `${address}${path}`);
  judge("first-load script, shell", await weigh("/refusals"));
  judge("first-load script, list", await weigh("/stations"));
  judge("first-load script, station", await weigh("/stations/CS-000001"));
  await person.close();
  const list = await fetched(await browser.person(), `${address}/stations`);
  const map = await fetched(await browser.person(), `${address}/stations?look=map`);
  const added = [...map].filter(([url]) => !list.has(url)).map(([, size]) => size);
  judge("script that the map adds", added.reduce((sum, size) => sum + size, 0) / 1_000);
}

/** Every script that a browser fetches for a page within ten seconds, zipped. */
async function fetched(person: BrowserContext, url: string): Promise<Map<string, number>> {
  const page = await person.newPage();
  const sizes = new Map<string, number>();
  page.on("requestfinished", async (request) => {
    if (!new URL(request.url()).pathname.endsWith(".js")) return;
    const response = await request.response();
    const body = await response?.body();
    if (body) sizes.set(request.url(), gzipSync(body).length);
  });
  await page.goto(url);
  await page.getByRole("main").waitFor();
  // The live stream never ends, so that the network is never idle.
  await page.waitForTimeout(10_000);
  await person.close();
  return sizes;
}
