import type { Page } from "@playwright/test";
import { line } from "../print";
import { noted, openList } from "./browser";
import { judge, quantile } from "./goals";
import type { LiveNetwork } from "./live-network";

/** The list as somebody works on it while things happen: how it answers, whether it jumps, how late it is. */
export async function judgeLiveUse(page: Page, address: string, network: LiveNetwork, seconds: number) {
  await openList(page, address);
  await noted(page, "watchConnectors()");
  const names = await noted<string[]>(page, "names()");
  // Not those that are away, whose mark says so and nothing else; and not the ones at the very edge.
  const inSight = names.slice(0, 18).filter((name) => Number(name.slice("CS-".length)) % 20 > 0);
  network.watch(inSight);
  const until = performance.now() + seconds * 1_000;
  while (performance.now() < until) await work(page, inSight);
  await page.waitForTimeout(2_000);
  network.watch([]);

  const interactions = Object.values(await noted<Record<string, number>>(page, "interactions"));
  line("clicks and keys that took a frame or more", interactions.length);
  judge("interaction to next paint, p75", quantile(interactions, 0.75));
  judge("interaction to next paint, p98", quantile(interactions, 0.98));
  judge("layout shift in live use", await noted<number>(page, "shift"));
  const { took, unseen } = network.compare(await noted(page, "paints"));
  line("events in sight that were painted, and were not", `${took.length}, ${unseen}`);
  judge("an event's row to its pixel, p50", quantile(took, 0.5));
  judge("an event's row to its pixel, p95", quantile(took, 0.95));
}

/** A round of what hands do on the list, some five seconds of it. */
async function work(page: Page, names: readonly string[]) {
  const grid = page.getByRole("grid", { name: "Stations" });
  for (const name of names.slice(2, 5)) {
    await grid.getByRole("row", { name }).click({ position: { x: 500, y: 16 } });
    await page.waitForTimeout(300);
  }
  await grid.focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown", "ArrowUp", "Space"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(200);
  }
  await page.keyboard.press("Control+k");
  await page.waitForTimeout(500);
  await page.keyboard.type("CS-0001");
  await page.waitForTimeout(300);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.waitForTimeout(300);
  await page.keyboard.press("Escape");
}

/** The list scrolled down while things happen. */
export async function judgeScrolling(page: Page, address: string, seconds: number) {
  await openList(page, address);
  const reached = await noted<number>(page, `scroll(${seconds * 1_000})`);
  const frames = await noted<number[]>(page, "frames");
  line("rows scrolled past", reached);
  judge("a frame while scrolling, p95", quantile(frames, 0.95));
  judge("a frame while scrolling, p99", quantile(frames, 0.99));
}
