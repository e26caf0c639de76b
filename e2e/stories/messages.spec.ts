import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectRaw, type RawClient } from "@chargehand/simulator/raw-client";
import { replay } from "@chargehand/simulator/replay";
import type { Page } from "@playwright/test";
import { stack } from "../support/stack";
import { expect, test } from "../support/story";

const grid = (page: Page) => page.getByRole("grid", { name: "Messages" });
const inspector = (page: Page) => page.getByRole("complementary", { name: "Inspector" });

test("a call and its answer are one row with the time between them, and new ones come by themselves", async ({
  page,
  network,
}) => {
  const station = await network.connected("1.6");
  await page.goto(`/stations/${station.identity}/messages`);
  await expect(grid(page).getByRole("row", { name: "BootNotification" })).toHaveCount(1);

  await station.call("DataTransfer", { vendorId: "acme", messageId: "tail" });
  const row = grid(page).getByRole("row", { name: "DataTransfer" });
  await expect(row).toHaveCount(1);
  await expect(row.getByRole("img", { name: "The station called us" })).toBeVisible();
  await expect(row.getByRole("gridcell", { name: /^\d+$/ })).toBeVisible();

  await row.click();
  await expect(inspector(page).getByRole("definition").filter({ hasText: "acme" })).toBeVisible();
  await expect(inspector(page).getByText("Our answer")).toBeVisible();
  await expect(inspector(page).getByText("Around it")).toBeVisible();
  await inspector(page).getByRole("radio", { name: "Raw" }).click();
  await expect(inspector(page).getByText('"DataTransfer"')).toBeVisible();
});

test("what breaks the schema is an error on its row, marked at its path, with what was probably meant", async ({
  page,
  network,
}) => {
  const station = await network.connected("2.0.1");
  await page.goto(`/stations/${station.identity}/messages`);
  const outcome = await station.call("StatusNotification", {
    timestamp: new Date().toISOString(),
    connectorStatus: "Ocupied",
    evseId: 1,
    connectorId: 1,
  });
  expect(outcome.type).toBe("error");

  await page.getByRole("button", { name: "Breaks the schema" }).click();
  const row = grid(page).getByRole("row", { name: "StatusNotification" });
  await expect(row).toHaveCount(1);
  await row.click();
  await expect(inspector(page).getByText("1 field breaks the 2.0.1 schema")).toBeVisible();
  const broken = inspector(page).getByRole("definition").filter({ hasText: "Ocupied" });
  await expect(broken).toContainText("Closest is Occupied.");
  await inspector(page).getByRole("radio", { name: "Explained" }).click();
  await expect(inspector(page).getByRole("definition").filter({ hasText: "EVSE" }).first()).toBeVisible();
});

test("follow session leaves only its frames", async ({ page, network }) => {
  const token = await network.token();
  const station = await network.connected("2.0.1", { speed: 200, settings: { sampleMs: 1_000 } });
  await station.plugIn(1);
  expect(await station.presentToken(1, token)).toBe("accepted");
  await page.goto(`/stations/${station.identity}/messages`);
  const events = grid(page).getByRole("row", { name: "TransactionEvent" });
  await expect(grid(page).getByRole("row", { name: "BootNotification" })).toHaveCount(1);
  await events.first().click();
  await inspector(page).getByRole("button", { name: "Follow session" }).click();
  await expect(page).toHaveURL(/q=session/);
  await expect(grid(page).getByRole("row", { name: "BootNotification" })).toHaveCount(0);
  await expect(events.first()).toBeVisible();
});

test("messages of everybody are found by what they carry", async ({ page, network }) => {
  const [one, other] = [await network.connected("2.1"), await network.connected("1.6")];
  const vendorId = network.name("VENDOR");
  await one.call("DataTransfer", { vendorId, messageId: "wanted" });
  await other.call("DataTransfer", { vendorId, messageId: "unwanted" });
  await page.goto("/messages");
  await expect(page.getByText("Messages are kept 30 days")).toBeVisible();
  const search = page.getByRole("combobox", { name: "Search messages" });
  await search.fill(`vendorId:${vendorId} `);
  const rows = grid(page).getByRole("row", { name: "DataTransfer" });
  await expect(rows).toHaveCount(2);
  await search.fill("payload.messageId:wanted ");
  await expect(rows).toHaveCount(1);
  await expect(rows.filter({ hasText: one.identity })).toBeVisible();
});

const burst = { stations: 8, live: 600, held: 1_204 };

test("a pause counts every one that it holds back, and nothing is lost when it ends", async ({ page, network }) => {
  const vendorId = network.name("BURST");
  const clients: RawClient[] = [];
  for (let n = 0; n < burst.stations; n++) {
    const { identity, secret } = await network.station("2.1");
    const client = await connectRaw({
      url: `${stack.stations}/${identity}`,
      protocols: ["ocpp2.1"],
      basic: { user: identity, password: secret },
    });
    await client.call("BootNotification", { reason: "PowerUp", chargingStation: { vendorName: "Burst", model: "B" } });
    clients.push(client);
  }
  /** Each in closed loop: as fast as the gateway answers. */
  const say = async (count: number) => {
    let left = count;
    await Promise.all(
      clients.map(async (client) => {
        while (left-- > 0) await client.call("DataTransfer", { vendorId });
      }),
    );
  };

  await say(1);
  await page.goto(`/messages?q=vendorId:${vendorId}`);
  const count = page.locator("header").filter({ has: page.getByRole("heading", { name: "Messages" }) });
  await expect(count).toContainText("1 pair");
  const painted = await page.evaluateHandle(() => {
    const counter = { frames: 0, since: performance.now() };
    const next = () => {
      counter.frames += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return counter;
  });
  await say(burst.live - 1);
  await expect(count).toContainText(`${burst.live} pairs`);
  const perSecondPainted = await painted.evaluate(
    ({ frames, since }) => (frames * 1_000) / (performance.now() - since),
  );
  note("pictures a second while the tail ran", perSecondPainted);

  await page.getByRole("button", { name: "Pause" }).click();
  const frozen = await grid(page).textContent();
  const begun = Date.now();
  await say(burst.held);
  note("frames a second while it was paused", (burst.held * 1_000) / (Date.now() - begun));
  await expect(page.getByText("1,204 held")).toBeVisible({ timeout: 60_000 });
  expect(await grid(page).textContent()).toBe(frozen);

  await page.getByRole("button", { name: "Resume" }).click();
  await expect(count).toContainText("1,804 pairs");
  for (const client of clients) client.close();
});

/** A figure of this machine at this moment: told, not asserted. */
const note = (type: string, value: number) =>
  test.info().annotations.push({ type, description: String(Math.round(value)) });

test("rows stand still under the pointer, and what comes waits in a chip", async ({ page, network }) => {
  const station = await network.connected("2.0.1");
  await station.call("DataTransfer", { vendorId: "acme", messageId: "before" });
  await page.goto(`/stations/${station.identity}/messages?q=action:DataTransfer`);
  const rows = grid(page).getByRole("row", { name: "DataTransfer" });
  await expect(rows).toHaveCount(1);
  await rows.hover();
  await station.call("DataTransfer", { vendorId: "acme", messageId: "after" });
  await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: "1 new" }).click();
  await expect(rows).toHaveCount(2);
});

test("a conversation is copied as a script that the simulator plays: the same frames again", async ({
  page,
  network,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const station = await network.connected("1.6");
  const vendorId = network.name("SCRIPT");
  for (const messageId of ["one", "two", "three"]) await station.call("DataTransfer", { vendorId, messageId });
  await page.goto(`/stations/${station.identity}/messages?q=vendorId:${vendorId}`);
  await expect(grid(page).getByRole("row", { name: "DataTransfer" })).toHaveCount(3);

  await page.getByRole("button", { name: "More for this conversation" }).click();
  await page.getByRole("menuitem", { name: "Copy as simulator script" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
  const script = await page.evaluate(() => navigator.clipboard.readText());

  const player = await network.station("1.6");
  const played = await replay(script, { url: stack.stations, identity: player.identity, secret: player.secret });
  expect(played).toMatchObject({ sent: 3, answered: 3 });
  await page.goto(`/stations/${player.identity}/messages?q=vendorId:${vendorId}`);
  const rows = grid(page).getByRole("row", { name: "DataTransfer" });
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText("three");
  await expect(rows.nth(2)).toContainText("one");

  // The same file is a capture that can be read without any station.
  const file = join(mkdtempSync(join(tmpdir(), "capture-")), "script.ndjson");
  writeFileSync(file, script);
  await page.getByLabel("Open a capture").setInputFiles(file);
  await expect(page.getByRole("heading", { name: "Capture script.ndjson" })).toBeVisible();
  await expect(rows).toHaveCount(3);
  await expect(page.getByText("Read from a file, not stored")).toBeVisible();
});
