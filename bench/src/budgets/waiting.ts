import { awake } from "@chargehand/e2e/awake";
import type { Page } from "@playwright/test";
import { noted, openList } from "./browser";

// Words, which hold from their first letter on. Each is followed by one that must show others.
const filters = ["faulted", "0012", "offline", "CS-0077", "charging", "0031", "faulted", "CS-0099"];

/** How long somebody waits for other rows after they wrote a filter. */
export async function filterTimes(page: Page, address: string): Promise<number[]> {
  await openList(page, address);
  const field = page.getByRole("combobox", { name: "Filter stations" });
  return inTurn(filters, async (text) => {
    await field.focus();
    await page.keyboard.press("Control+a");
    const before = await noted<string[]>(page, "names()");
    const found = noted<number>(
      page,
      `until(() => { const now = budgets.names().join(); return now !== "" && now !== "${before.join()}"; })`,
    );
    await page.keyboard.insertText(text);
    return found;
  });
}

/** How long somebody waits until the palette offers the station whose name they wrote. */
export async function paletteTimes(page: Page, address: string): Promise<number[]> {
  await openList(page, address);
  const names = Array.from({ length: 8 }, (_, n) => `CS-00${4321 + n * 7}`);
  return inTurn(names, async (name) => {
    await page.keyboard.press("Control+k");
    const dialog = page.getByRole("dialog", { name: "Search or act" });
    await dialog.getByRole("combobox").waitFor();
    const offered = `[...document.querySelectorAll("[role=dialog] [role=option]")].some((each) => each.textContent.includes("${name}"))`;
    const found = noted<number>(page, `until(() => ${offered})`);
    await page.keyboard.insertText(name);
    const took = await found;
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    return took;
  });
}

/** How long somebody waits, after the click that gives a command, until they see it, and until the server has it. */
export async function commandTimes(page: Page, address: string): Promise<{ shown: number[]; taken: number[] }> {
  const times = await inTurn([1, 2, 3, 4, 5, 6, 7, 8], async (id) => {
    await awake(page, await page.goto(`${address}/stations/CS-00000${id}`));
    await page
      .getByRole("main")
      .getByRole("button", { name: /^Reset/ })
      .click();
    const dialog = page.getByRole("dialog", { name: /^Reset/ });
    await dialog.getByRole("radio", { name: "Now", exact: true }).check({ force: true });
    const says = (words: RegExp) =>
      noted<number>(
        page,
        `until(() => [...document.querySelectorAll("main button")].some((each) => ${words}.test(each.textContent)))`,
      );
    const waits = Promise.all([says(/Reset now/), says(/Reset now.*Undo/)]);
    await dialog.getByRole("button", { name: "Reset now" }).click();
    return waits;
  });
  return { shown: times.map(([shown]) => shown), taken: times.map(([, taken]) => taken) };
}

async function inTurn<Each, Time>(all: readonly Each[], wait: (each: Each) => Promise<Time>): Promise<Time[]> {
  const times: Time[] = [];
  for (const each of all) times.push(await wait(each));
  return times;
}
