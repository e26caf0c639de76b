import { consoleOf } from "../support/console";
import { expect, test } from "../support/story";
import { connectorMark, openList, stationRow } from "../support/views";

test.use({ role: "viewer" });

test("a viewer sees everything live and can change nothing", async ({ page, network, console }) => {
  const station = await network.connected("1.6");
  const token = await network.token();
  await console.readVariables(station.id);

  await openList(page, station.identity);
  const row = stationRow(page, station.identity);
  await expect(connectorMark(row, "1", "Available")).toBeVisible();
  await station.plugIn(1);
  await expect(connectorMark(row, "1", "Plugged in")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a station" })).toHaveCount(0);

  await page.goto(`/stations/${station.identity}`);
  for (const action of ["Start", "Stop", "Unlock", "Reset"]) {
    await expect(page.getByRole("button", { name: `${action}, operators only` })).toBeDisabled();
  }

  await page.goto(`/stations/${station.identity}/variables`);
  const interval = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^HeartbeatInterval/ }) });
  await expect(interval.getByRole("textbox")).toBeDisabled();
  await expect(page.getByRole("button", { name: "Read again, operators only" })).toBeDisabled();

  await page.goto(`/tokens?q=${token}`);
  await expect(page.getByRole("grid", { name: "Tokens" }).getByRole("row", { name: token })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a token" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: `Block ${token}` })).toHaveCount(0);
});

test("a stranger who waits for approval is shown to a viewer, without the buttons", async ({ page, network }) => {
  const stranger = network.stranger("2.0.1");
  await stranger.connect();
  await page.goto("/");
  const item = page.getByRole("listitem").filter({ hasText: stranger.identity });
  await expect(item).toBeVisible();
  await expect(item.getByRole("button")).toHaveCount(0);
});

test("the server refuses a viewer's change, whatever the page offers", async ({ page, network }) => {
  const asViewer = consoleOf(page.request);
  await expect(asViewer.addStation({ identity: network.name() })).rejects.toThrow(/403/);
  await expect(asViewer.addToken(network.name("TAG"))).rejects.toThrow(/403/);
});
