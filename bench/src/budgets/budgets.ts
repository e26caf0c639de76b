import { openLine } from "@chargehand/e2e/line";
import { tellLoad } from "../api";
import { withLargeConsole } from "../large-console";
import { heading, line, rounded } from "../print";
import { type BudgetBrowser, openBrowser, openList, pill } from "./browser";
import { type goals, judge, quantile } from "./goals";
import { openLiveNetwork } from "./live-network";
import { judgeLiveUse, judgeScrolling } from "./live-use";
import { judgeLoading, judgeScripts } from "./loading";
import { commandTimes, filterTimes, paletteTimes } from "./waiting";

interface BudgetsOptions {
  stations: number;
  /** How long the list is worked on. */
  seconds: number;
  eventsASecond: number;
  /** By how much the page's processor is slowed down. */
  slowdown: number;
  /** How long the line is cut, in seconds. */
  outage: number;
}

/** What somebody at the console waits for, measured in a real browser against what was promised them. */
export async function budgets({ stations, ...options }: BudgetsOptions) {
  const { eventsASecond, slowdown } = options;
  heading(
    `${stations.toLocaleString("en")} stations, ${eventsASecond} events a second, processor ${slowdown} times slower`,
  );
  await withLargeConsole({ stations, sessions: stations * 2 }, async (console) => {
    const network = await openLiveNetwork(console.databaseUrl, stations, eventsASecond);
    const cut = await openLine(console.address);
    const browser = await openBrowser([console.address, cut.address], console.cookie, slowdown);
    const wait = (what: keyof typeof goals, times: (page: Page, address: string) => Promise<number[]>) =>
      part(what, () =>
        onPage(browser, async (page) => judge(what, quantile(await times(page, console.address), 0.95))),
      );
    try {
      await part("loading", () => judgeLoading(browser, console.address));
      await part("live use", () =>
        onPage(browser, (page) => judgeLiveUse(page, console.address, network, options.seconds)),
      );
      await wait("filter to first result, p95", filterTimes);
      await wait("palette to its result, p95", paletteTimes);
      await part("a command", () => onPage(browser, (page) => judgeCommands(page, console.address)));
      await part("scrolling", () => onPage(browser, (page) => judgeScrolling(page, console.address, options.seconds)));
      await part("an outage", () => judgeOutage(browser, cut, options.outage));
      await part("scripts", () => judgeScripts(browser, console.address));
    } finally {
      await browser.close();
      await cut.close();
      await network.stop();
    }
    line("memory after eight hours", "not measured here: it takes eight hours");
    line("proof to shown", "not measured here: it needs a station; a proof comes as any event does");
    line("axe on every page", "not measured here: the stories do (npm test -- e2e)");
    tellLoad();
  });
}

type Page = Awaited<ReturnType<BudgetBrowser["page"]>>;

/** A part that fails does not take the others along. */
async function part(what: string, measure: () => Promise<unknown>) {
  try {
    await measure();
  } catch (error) {
    line(what, `could not be measured: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    process.exitCode = 1;
  }
}

async function onPage(browser: BudgetBrowser, work: (page: Page) => Promise<unknown>) {
  const person = await browser.person();
  try {
    await work(await browser.page(person));
  } finally {
    await person.close();
  }
}

async function judgeCommands(page: Page, address: string) {
  const { shown, taken } = await commandTimes(page, address);
  judge("click to the command shown, p95", quantile(shown, 0.95));
  line("click to the server's word that it has it, p95", `${rounded(quantile(taken, 0.95) ?? Number.NaN)} ms`);
}

const judgeOutage = (browser: BudgetBrowser, cut: Awaited<ReturnType<typeof openLine>>, seconds: number) =>
  onPage(browser, async (page) => {
    await openList(page, cut.address);
    cut.cut();
    await pill(page)
      .filter({ hasText: /^Offline/ })
      .waitFor();
    await page.waitForTimeout(seconds * 1_000);
    const mended = performance.now();
    cut.mend();
    await pill(page)
      .filter({ hasText: /^Live$/ })
      .waitFor();
    judge("live again after an outage", performance.now() - mended);
  });
