import { versions } from "../support/network";
import { expect, test } from "../support/story";

test("a token is added, charges, is blocked, and let in again", async ({ page, network }) => {
  const station = await network.connected("2.0.1", { settings: { tokenCache: false } });
  const value = network.name("TAG");
  expect(await station.presentToken(1, value)).toBe("refused");

  await page.goto(`/tokens?q=${value}`);
  await page.getByRole("button", { name: "Add a token" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a token" });
  await dialog.getByRole("textbox", { name: "Token" }).fill(value);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const row = page.getByRole("grid", { name: "Tokens" }).getByRole("row", { name: value });
  await expect(row).toContainText("Accepted");
  expect(await station.presentToken(1, value)).toBe("accepted");

  await row.getByRole("button", { name: `Block ${value}` }).click();
  await expect(row).toContainText("Blocked");
  expect(await station.presentToken(2, value)).toBe("refused");

  await row.getByRole("button", { name: `Let ${value} in again` }).click();
  await expect(row).toContainText("Accepted");
  expect(await station.presentToken(2, value)).toBe("accepted");
});

for (const version of versions) {
  test(`a blocked token is refused at a ${version} station, in whatever case it is sent`, async ({ page, network }) => {
    const token = await network.token();
    const station = await network.connected(version, { settings: { tokenCache: false } });
    await page.goto(`/tokens?q=${token}`);
    await page.getByRole("button", { name: `Block ${token}` }).click();
    await expect(page.getByRole("button", { name: `Let ${token} in again` })).toBeVisible();

    await station.plugIn(1);
    expect(await station.presentToken(1, token.toLowerCase())).toBe("refused");
    expect(station.charger.running).toHaveLength(0);
    const answer = station.ledger.acknowledged.findLast(({ action }) => action === "Authorize")?.answer;
    expect(answer).toMatchObject(
      version === "1.6" ? { idTagInfo: { status: "Blocked" } } : { idTokenInfo: { status: "Blocked" } },
    );
  });
}

for (const version of versions) {
  test(`a token that is blocked while it charges at a ${version} station: what becomes of it is asked`, async ({
    page,
    network,
  }) => {
    const token = await network.token();
    const station = await network.connected(version, { settings: { tokenCache: false } });
    await station.plugIn(1);
    expect(await station.presentToken(1, token)).toBe("accepted");
    await expect.poll(() => station.charger.running.length).toBe(1);

    await page.goto(`/tokens?q=${token}`);
    const row = page.getByRole("grid", { name: "Tokens" }).getByRole("row", { name: token });
    await expect(row).toContainText(station.identity);
    await row.getByRole("button", { name: `Block ${token}` }).click();
    const dialog = page.getByRole("alertdialog", { name: `Block ${token}?` });
    await dialog.getByRole("checkbox", { name: "Stop the session it charges now" }).check({ force: true });
    await dialog.getByRole("button", { name: "Block", exact: true }).click();
    await expect(row).toContainText("Blocked");
    await expect.poll(() => station.charger.running.length).toBe(0);
  });

  test(`the local list of a ${version} station is compared, sent, and read back`, async ({ page, network }) => {
    const token = await network.token();
    const station = await network.connected(version, { settings: { offlineUnknownTokens: false } });
    await page.goto("/tokens/lists");
    await page.getByRole("button", { name: "Add a list" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a list" });
    // By hand: by itself it would go to the stations of every other story too.
    await expect(dialog.getByRole("combobox", { name: "For" })).toBeVisible();
    await dialog.getByText(/^Bring it to its stations/).click();
    await expect(dialog.getByRole("checkbox", { name: /^Bring it to its stations/ })).not.toBeChecked();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("listitem", { name: "All stations" })).toContainText("sent by hand");

    await page.goto(`/stations/${station.identity}/access`);
    await expect(page.getByText(token)).toBeVisible();
    await page.getByRole("button", { name: "Send the list" }).click();
    await expect(page.getByText("It holds what it should.")).toBeVisible();
    station.goOffline();
    expect(await station.presentToken(1, token)).toBe("accepted");
    expect(await station.presentToken(2, "STRANGER")).toBe("refused");
  });

  test(`a token that is blocked leaves the list of a ${version} station without a person`, async ({
    page,
    network,
  }) => {
    const token = await network.token();
    const station = await network.connected(version, { settings: { offlineUnknownTokens: false } });
    await page.goto("/tokens/lists");
    await page.getByRole("button", { name: "Add a list" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a list" });
    await dialog.getByRole("combobox", { name: "For" }).fill(station.identity);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    await page.goto(`/stations/${station.identity}/access`);
    await expect(page.getByText("It holds what it should.")).toBeVisible();

    await page.goto(`/tokens?q=${token}`);
    await page.getByRole("button", { name: `Block ${token}` }).click();
    await expect(page.getByRole("button", { name: `Let ${token} in again` })).toBeVisible();
    await page.goto(`/stations/${station.identity}/access`);
    // Tokens of other stories come to the list as well: what counts is what is said of this one.
    const said = () =>
      station.ledger.received.filter(
        ({ action, payload }) => action === "SendLocalList" && JSON.stringify(payload).includes(token),
      );
    await expect.poll(() => said().length).toBeGreaterThan(1);
    await expect(page.getByText("It holds what it should.")).toBeVisible();
    station.goOffline();
    expect(await station.presentToken(1, token)).toBe("refused");
  });
}

for (const version of versions) {
  test(`a token's limit of energy ends its charge at a ${version} station, and the session's page says so`, async ({
    page,
    network,
  }) => {
    const value = network.name("TAG");
    await page.goto(`/tokens?q=${value}`);
    await page.getByRole("button", { name: "Add a token" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a token" });
    await dialog.getByRole("textbox", { name: "Token" }).fill(value);
    const energy = dialog.getByRole("textbox", { name: "Energy" });
    await energy.fill("1");
    await energy.blur();
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("grid", { name: "Tokens" }).getByRole("row", { name: value })).toContainText(
      "Accepted",
    );

    const station = await network.connected(version, { speed: 200, settings: { sampleMs: 1_000 } });
    await station.plugIn(1);
    expect(await station.presentToken(1, value)).toBe("accepted");
    await page.goto(`/stations/${station.identity}/sessions`);
    const row = page.getByRole("grid", { name: "Sessions" }).getByRole("row", { name: value });
    // It charges faster than any car, which is found odd once it has ended.
    await expect(row).toContainText(/Ended|Implausible energy/);
    await row.getByRole("link").first().click();
    await expect(page.getByText(/Its token limits it to 1 kWh\..*limit of energy was reached/)).toBeVisible();
  });
}
