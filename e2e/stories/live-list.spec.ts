import { versions } from "../support/network";
import { expect, test } from "../support/story";
import { connectorMark, openList, stationRow } from "../support/views";
import { whenPainted } from "../support/watch";

for (const version of versions) {
  test(`a status of a ${version} station reaches the list without a reload`, async ({ page, network }, info) => {
    const station = await network.connected(version);
    await openList(page, station.identity);
    const row = stationRow(page, station.identity);
    await expect(connectorMark(row, "1", "Available")).toBeVisible();

    const latencies: number[] = [];
    for (const [happen, state] of [
      [() => station.plugIn(1), "Plugged in"],
      [() => station.unplug(1), "Available"],
      [() => station.fault(1), "Faulted"],
      [() => station.repair(1), "Available"],
    ] as const) {
      const painted = await whenPainted(row, `Connector 1: ${state}`);
      const happened = Date.now();
      await happen();
      await expect(connectorMark(row, "1", state)).toBeVisible();
      latencies.push((await painted()) - happened);
    }
    const told = `event to pixel, OCPP ${version}: ${latencies.join(", ")} ms`;
    info.annotations.push({ type: "latency", description: told });
    process.stdout.write(`    ${told}\n`);
  });
}

test("a station that loses its line looks silent on the list, and live again when it is back", async ({
  page,
  network,
}) => {
  const station = await network.connected("2.0.1");
  await openList(page, station.identity);
  const row = stationRow(page, station.identity);
  await expect(connectorMark(row, "1", "Available")).toBeVisible();

  station.goOffline();
  await expect(connectorMark(row, "1", "Offline")).toBeVisible();
  await station.goOnline();
  await expect(connectorMark(row, "1", "Available")).toBeVisible();
});

test("the filter stands in the address and finds by state, version and site", async ({ page, network, console }) => {
  const site = network.name("Site");
  const siteId = await console.addSite(site);
  const [old, young] = await Promise.all([network.connected("1.6", { siteId }), network.connected("2.1", { siteId })]);
  await openList(page, `site:${site}`);
  await expect(stationRow(page, old.identity)).toBeVisible();
  await expect(stationRow(page, young.identity)).toBeVisible();

  await page.getByRole("group", { name: "OCPP" }).getByRole("button", { name: /^2\.1/ }).click();
  await expect(stationRow(page, old.identity)).toHaveCount(0);
  await expect(stationRow(page, young.identity)).toBeVisible();
  await expect(page).toHaveURL(/version/);

  await page.reload();
  await expect(stationRow(page, young.identity)).toBeVisible();
  await expect(stationRow(page, old.identity)).toHaveCount(0);
});
