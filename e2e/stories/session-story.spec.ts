import { connectRaw, type RawClient } from "@chargehand/simulator/raw-client";
import pg from "pg";
import { stack } from "../support/stack";
import { expect, test } from "../support/story";

const dialIn = ({ identity, secret }: { identity: string; secret: string }) =>
  connectRaw({
    url: `${stack.stations}/${identity}`,
    protocols: ["ocpp2.0.1"],
    basic: { user: identity, password: secret },
  });

const boot = (client: RawClient) =>
  client.call("BootNotification", {
    reason: "PowerUp",
    chargingStation: { vendorName: "Acme", model: "Two" },
  });

const tell = (client: RawClient, eventType: string, seqNo: number, { id = "tx-1", at = new Date(), ...more } = {}) =>
  client.call("TransactionEvent", {
    ...{ eventType, seqNo, triggerReason: "Trigger", timestamp: at.toISOString(), evse: { id: 1, connectorId: 1 } },
    ...{ transactionInfo: { transactionId: id }, ...more },
  });

const reading = (at: Date, Wh: number) => [
  { timestamp: at.toISOString(), sampledValue: [{ value: Wh, measurand: "Energy.Active.Import.Register" }] },
];

test("a session that ended for want of power says so in a sentence, with the site, and each word leads to its proof", async ({
  page,
  console,
  network,
}) => {
  const siteId = await console.addSite(network.name("Site"));
  const [mine, other] = [await network.station("2.0.1", { siteId }), await network.station("2.0.1", { siteId })];
  const [client, neighbour] = [await dialIn(mine), await dialIn(other)];
  await boot(client);
  await boot(neighbour);
  for (const evseId of [1, 2]) {
    const timestamp = new Date().toISOString();
    await neighbour.call("StatusNotification", { timestamp, evseId, connectorId: 1, connectorStatus: "Available" });
  }
  await tell(client, "Started", 0);

  const endedAt = new Date();
  client.cut();
  neighbour.cut();
  await expect.poll(connected, "the gateway has missed both").toBe(0);
  const again = await dialIn(mine);
  await boot(again);
  const transactionInfo = { transactionId: "tx-1", stoppedReason: "PowerLoss" };
  await tell(again, "Ended", 1, { at: endedAt, ...{ offline: true, transactionInfo } });

  await page.goto(`/stations/${mine.identity}/sessions`);
  await page.getByRole("grid", { name: "Sessions" }).getByRole("link").first().click();
  const sentence = page.getByRole("heading", { level: 1 });
  await expect(sentence).toContainText(/^The station ended this session at \d\d:\d\d:\d\d: power loss\./);
  await expect(sentence).toContainText(/2 other connectors at Site-\S+ dropped within \d+ s\./);
  await expect(sentence).toContainText(/Power was back at \d\d:\d\d:\d\d\./);
  await expect(page.getByText("Nobody asked it to stop from here.")).toBeVisible();

  await page.getByText("The other station").click();
  await expect(page.getByRole("link", { name: other.identity })).toBeVisible();
  await sentence.getByRole("link", { name: /^at / }).click();
  await expect(page).toHaveURL(/\/messages\?sel=/);
  await expect(page.getByRole("main")).toContainText("PowerUp");
  await page.goBack();
  await sentence.getByRole("link", { name: "power loss" }).click();
  await expect(page).toHaveURL(/\/messages\?sel=/);
  await expect(page.getByRole("main")).toContainText("PowerLoss");
  again.close();

  async function connected() {
    const database = new pg.Client({ connectionString: stack.databaseUrl() });
    await database.connect();
    const { rows } = await database.query(
      "SELECT count(*)::int AS count FROM station WHERE connected AND identity = ANY ($1)",
      [[mine.identity, other.identity]],
    );
    await database.end();
    return rows[0]?.count;
  }
});

test("a session whose end nobody reported says so with its last value, and guesses nothing", async ({
  page,
  network,
}) => {
  const station = await network.station("2.0.1");
  const client = await dialIn(station);
  await boot(client);
  const idToken = { idToken: network.name("TAG"), type: "ISO14443" };
  const [startedAt, valueAt, nextAt] = [60_000, 30_000, 5_000].map((ago) => new Date(Date.now() - ago));
  if (!startedAt || !valueAt || !nextAt) throw new Error("three times");
  await tell(client, "Started", 0, { at: startedAt, ...{ idToken, meterValue: reading(startedAt, 1_000) } });
  await tell(client, "Updated", 1, { at: valueAt, ...{ meterValue: reading(valueAt, 1_500) } });
  // Another begins where the first one never ended.
  await tell(client, "Started", 0, { at: nextAt, id: "tx-2" });

  await page.goto(`/stations/${station.identity}/sessions`);
  const sessions = page.getByRole("grid", { name: "Sessions" });
  await sessions.getByRole("row", { name: idToken.idToken }).getByRole("link").first().click();
  const minuteAndSecond = valueAt.toISOString().slice(14, 19);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    new RegExp(`^End not reported; last meter value \\d\\d:${minuteAndSecond}\\.\\s*$`),
  );
  client.close();
});
