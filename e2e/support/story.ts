import { test as base, expect, type Page } from "@playwright/test";
import { awake } from "./awake";
import { type Console, consoleOf } from "./console";
import { Network } from "./network";
import { type People, signInPeople } from "./people";

export { expect } from "@playwright/test";

interface Story {
  /** Who sits at the browser. */
  role: "operator" | "viewer" | "nobody";
  console: Console;
  network: Network;
}

/** A story: somebody at the console, and stations of its own that dial into the gateway. */
export const test = base.extend<Story, { people: People }>({
  people: [async ({ playwright }, use) => use(await signInPeople(playwright.request)), { scope: "worker" }],
  role: ["operator", { option: true }],
  storageState: async ({ people, role }, use) => use(role === "nobody" ? undefined : people[role]),
  page: async ({ page }, use) => {
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    await use(wakeful(page));
    expect(faults, "errors that the page's scripts ran into").toEqual([]);
  },
  console: async ({ playwright, people }, use) => {
    const request = await playwright.request.newContext({ storageState: people.operator });
    await use(consoleOf(request));
    await request.dispose();
  },
  network: async ({ console }, use) => {
    const network = new Network(console);
    await use(network);
    network.stop();
  },
});

/** A page whose goto and reload end when it can be used, and whose keys go to what is there by then. */
function wakeful(page: Page): Page {
  const { keyboard } = page;
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  const [press, type] = [keyboard.press.bind(keyboard), keyboard.type.bind(keyboard)];
  page.goto = async (...whereTo) => awake(page, await goto(...whereTo));
  page.reload = async (...how) => awake(page, await reload(...how));
  keyboard.press = async (...keys) => press(...(await awake(page, keys)));
  keyboard.type = async (...text) => type(...(await awake(page, text)));
  return page;
}
