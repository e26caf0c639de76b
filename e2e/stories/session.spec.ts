import { versions } from "../support/network";
import { expect, test } from "../support/story";
import { connectorCard } from "../support/views";

for (const version of versions) {
  test(`a ${version} session shows energy and a chart that grow while it runs, and how it ended`, async ({
    page,
    network,
  }) => {
    const token = await network.token();
    const station = await network.connected(version, { speed: 200, settings: { sampleMs: 1_000 } });
    await page.goto(`/stations/${station.identity}`);
    await station.plugIn(1);
    expect(await station.presentToken(1, token)).toBe("accepted");
    await connectorCard(page, "1", "Charging")
      .getByRole("link", { name: /^since/ })
      .click();

    await expect(page.getByRole("heading", { level: 1 })).toContainText(/^Charging at [\d.]+ kW/);
    await expect(page.getByRole("definition").filter({ hasText: token })).toBeVisible();
    const chart = page.getByRole("figure");
    await chart.getByRole("radio", { name: "Table" }).click();
    const values = chart.getByRole("row");
    await expect.poll(() => values.count()).toBeGreaterThan(2);
    const before = { rows: await values.count(), energy: await energy() };
    await expect.poll(() => values.count(), "the chart has more values").toBeGreaterThan(before.rows);
    await expect.poll(energy, "the energy is more").toBeGreaterThan(before.energy);

    expect(await station.presentToken(1, token)).toBe("stopped");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/^The station ended this session/);
    const [transaction] = station.ledger.transactions.values();
    const drawn = ((transaction?.meterStopWh ?? 0) - (transaction?.meterStartWh ?? 0)) / 1000;
    await expect.poll(energy).toBeCloseTo(drawn, 1);

    async function energy() {
      const text = await page.getByRole("definition").filter({ hasText: "kWh" }).first().textContent();
      return Number.parseFloat(text ?? "");
    }
  });
}

test("a session begun and ended without a line is told later, whole, and says so", async ({ page, network }) => {
  const token = await network.token();
  const station = await network.connected("2.0.1", { speed: 600 });
  station.goOffline();
  await station.plugIn(1);
  await station.presentToken(1, token);
  await station.unplug(1);
  await station.goOnline();

  await page.goto(`/stations/${station.identity}/sessions`);
  const row = page.getByRole("grid", { name: "Sessions" }).getByRole("row", { name: token });
  await expect(row).toContainText("Ended");
  await row.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/^The station ended this session/);
});
