import type { Page } from "@playwright/test";
import { type Line, openLine } from "../support/line";
import { test as base, expect } from "../support/story";
import { connectorCard, connectorMark, openList, stationRow } from "../support/views";

const test = base.extend<{ line: Line; baseURL: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs out of the pattern.
  line: async ({}, use) => {
    const line = await openLine();
    await use(line);
    await line.close();
  },
  baseURL: async ({ line }, use) => use(line.address),
});

const pill = (page: Page) => page.getByRole("status", { name: "Connection to the live stream" });

test("cut off, the console says so, shows old values as old, sends nothing; mended, it has what was missed", async ({
  page,
  network,
  line,
}) => {
  const token = await network.token();
  const station = await network.connected("2.0.1", { speed: 60, settings: { sampleMs: 1_000 } });
  await station.plugIn(1);
  await station.presentToken(1, token);
  await page.goto(`/stations/${station.identity}`);
  await expect(connectorCard(page, "1", "Charging")).toBeVisible();
  await expect(connectorCard(page, "1", "Charging")).toContainText("kW");
  await expect.poll(() => line.streams).toBe(1);
  await expect(pill(page)).toHaveText("Live");

  line.cut();
  await expect(pill(page)).toContainText(/^Offline, showing \d\d:\d\d:\d\d data$/);
  await expect(page.getByRole("button", { name: "Start, no live data" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Reset, no live data" })).toBeDisabled();
  await expect(page.getByText(/^ ?stale \d/).first()).toBeAttached();
  await station.fault(2);
  await expect(connectorCard(page, "2", "Faulted")).toHaveCount(0);

  line.mend();
  await expect(pill(page)).toHaveText("Live");
  await expect(connectorCard(page, "2", "Faulted")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Start/ })).toBeEnabled();
});

test("after a cut of half a minute everything that was missed is there, and nothing of it twice", async ({
  page,
  network,
  line,
}) => {
  const token = await network.token();
  const station = await network.connected("2.0.1");
  await page.goto(`/stations/${station.identity}/sessions`);
  const sessions = page.getByRole("grid", { name: "Sessions" });
  await expect(page.getByText("No session yet")).toBeVisible();
  await expect.poll(() => line.streams).toBe(1);
  await expect(pill(page)).toHaveText("Live");

  line.cut();
  const cutAt = Date.now();
  await expect(pill(page)).toContainText("Offline");
  for (let n = 0; n < 3; n++) {
    await station.plugIn(1);
    await station.presentToken(1, token);
    await station.settled();
    await station.unplug(1);
    await station.settled();
  }
  await expect.poll(() => Date.now() - cutAt, { timeout: 40_000 }).toBeGreaterThan(30_000);
  await expect(sessions.getByRole("row")).toHaveCount(1);

  line.mend();
  await expect(pill(page)).toHaveText("Live");
  // Three sessions and the head.
  await expect(sessions.getByRole("row")).toHaveCount(4);
  await station.plugIn(1);
  await station.presentToken(1, token);
  await expect(sessions.getByRole("row")).toHaveCount(5);
});

test("ten tabs of one browser ride on one stream, and every one of them can still ask", async ({
  page,
  context,
  network,
  line,
}) => {
  const station = await network.connected("1.6");
  const others = await Promise.all(Array.from({ length: 9 }, () => context.newPage()));
  const tabs = [page, ...others];
  for (const tab of tabs) await tab.goto(`/stations/${station.identity}`);
  for (const tab of tabs) {
    await expect(connectorCard(tab, "1", "Available")).toBeVisible();
    await expect(pill(tab)).toHaveText("Live");
  }
  // A browser opens six connections to a host: with a stream for each tab, the seventh would never be answered.
  await expect.poll(() => line.streams).toBe(1);

  await station.fault(1);
  for (const tab of tabs) await expect(connectorCard(tab, "1", "Faulted")).toBeVisible();
  for (const tab of tabs) {
    await tab.getByRole("link", { name: "Connections" }).click();
    await expect(tab.getByRole("grid")).toBeVisible();
  }
  expect(line.streams).toBe(1);
});

test("two tabs of one browser share one stream, and both are told", async ({ page, context, network, line }) => {
  const station = await network.connected("1.6");
  const other = await context.newPage();
  await openList(page, station.identity);
  await openList(other, station.identity);
  for (const tab of [page, other]) {
    await expect(connectorMark(stationRow(tab, station.identity), "1", "Available")).toBeVisible();
    await expect(pill(tab)).toHaveText("Live");
  }
  await expect.poll(() => line.streams).toBe(1);

  await station.plugIn(1);
  for (const tab of [page, other]) {
    await expect(connectorMark(stationRow(tab, station.identity), "1", "Plugged in")).toBeVisible();
  }
  expect(line.streams, "both were told over one stream").toBe(1);

  await page.close();
  await station.fault(1);
  await expect(connectorMark(stationRow(other, station.identity), "1", "Faulted")).toBeVisible();
  expect(line.streams).toBe(1);
});

test("a chart whose script is lost on the way takes nothing along, and comes when the line is back", async ({
  page,
  network,
}) => {
  const station = await network.connected("2.0.1", { speed: 60, settings: { sampleMs: 1_000 } });
  await station.plugIn(1);
  await station.presentToken(1, await network.token());
  let isLost = true;
  await page.route("**/_next/static/**/*.js", async (route) => {
    const response = await route.fetch();
    // Told by a class name that only the plotter has.
    const isPlotter = (await response.text()).includes("u-over");
    return isLost && isPlotter ? route.abort() : route.fulfill({ response });
  });
  const lost = page.waitForEvent("requestfailed", (request) => request.url().endsWith(".js"));
  await page.goto(`/stations/${station.identity}`);
  await lost;

  await expect(connectorCard(page, "1", "Charging")).toBeVisible();
  await expect(page.getByText("This page could not be shown.")).toHaveCount(0);
  isLost = false;
  await expect(page.getByRole("region", { name: "Power, last hour" }).getByRole("figure")).toBeVisible();
});
