import { expect, test } from "../support/story";

test("three lamps tell one silent station from a site whose others are silent too", async ({
  page,
  network,
  console,
}) => {
  const siteId = await console.addSite(network.name("Site"));
  const own = await network.connected("2.0.1", { siteId });
  const others = [await network.connected("1.6", { siteId }), await network.connected("2.1", { siteId })];
  await page.goto(`/stations/${own.identity}`);
  const lamps = page.getByRole("list", { name: "Is it the station, its site, or us?" });
  await expect(lamps.getByRole("button", { name: /^Well Our stream/ })).toBeVisible();
  await expect(lamps.getByRole("button", { name: /Site/ })).toContainText("2 of 2 others heard");
  await expect(lamps.getByRole("button", { name: /^Well This station/ })).toBeVisible();

  own.stop();
  await expect(lamps.getByRole("button", { name: /^Silent This station/ })).toBeVisible();
  await expect(page.getByText("Only this station is silent; others at its site are heard.")).toBeVisible();
  await lamps.getByRole("button", { name: /This station/ }).focus();
  await expect(page.getByRole("tooltip")).toContainText(/Its line last ended/);

  for (const other of others) other.stop();
  await expect(lamps.getByRole("button", { name: /^Silent Site/ })).toContainText("0 of 2 others heard");
  await expect(page.getByText("The whole site is silent: its power or its network, not this station.")).toBeVisible();

  await page.getByRole("link", { name: "Connections", exact: true }).click();
  await expect(page.getByRole("region", { name: "1 connection in 14 days" })).toBeVisible();
  await expect(page.getByRole("grid", { name: "Connections" })).toContainText(
    /line cut without goodbye|said goodbye|gave no reason/,
  );
});

test("a site is made, changed and found again with all that is known of it; its stations are narrowed there", async ({
  page,
  network,
}) => {
  const name = network.name("Site");
  await page.goto("/sites");
  await page.getByRole("button", { name: "Add a site" }).click();
  const asking = page.getByRole("dialog", { name: "Add a site" });
  await asking.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await asking.getByLabel("Address").fill("Kai 4\nHamburg");
  await asking.getByRole("textbox", { name: "Latitude" }).fill("53.54");
  await asking.getByRole("button", { name: "Add", exact: true }).click();
  await expect(asking.getByText("Both, or neither.")).toBeVisible();
  await asking.getByRole("textbox", { name: "Longitude" }).fill("9.98");
  await asking.getByRole("button", { name: "Add a contact" }).click();
  await asking.getByLabel("Name of contact 1").fill("Herr Adam");
  await asking.getByLabel("Phone").fill("+49 221 555 0142");
  await asking.getByRole("button", { name: "Add", exact: true }).click();

  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByText("53.54000, 9.98000")).toBeVisible();
  await expect(page.getByRole("link", { name: "+49 221 555 0142" })).toHaveAttribute("href", "tel:+492215550142");
  const siteId = Number(/\d+$/.exec(new URL(page.url()).pathname)?.[0]);

  await page.getByRole("button", { name: "Change" }).click();
  const changing = page.getByRole("dialog", { name: `Change ${name}` });
  await changing.getByLabel("Access").fill("The key is in the box");
  await changing.getByLabel("Quiet from").fill("22:00");
  await changing.getByLabel("Quiet until").fill("06:00");
  await changing.getByRole("button", { name: "Save" }).click();
  await expect(changing).toHaveCount(0);
  await expect(page.getByText("The key is in the box")).toBeVisible();
  await expect(page.getByText("22:00 to 06:00")).toBeVisible();

  const faulty = await network.connected("2.0.1", { siteId });
  const fine = await network.connected("2.0.1", { siteId });
  await faulty.fault(1);
  await page.reload();
  const grid = page.getByRole("grid", { name: "Stations" });
  await expect(grid.getByRole("row", { name: fine.identity })).toBeVisible();
  await page.getByRole("combobox", { name: "Filter stations" }).fill("status:faulted ");
  await expect(grid.getByRole("row", { name: fine.identity })).toHaveCount(0);
  await expect(grid.getByRole("row", { name: faulty.identity })).toBeVisible();

  await page.goto(`/sites?q=${name}`);
  await expect(page.getByRole("grid", { name: "Sites" }).getByRole("row", { name })).toContainText("1");
  await page.goto("/changes");
  await expect(page.getByText(name).first()).toBeVisible();
});

test("the map's list is walked by keys: the worst of each site in words, Enter opens its page", async ({
  page,
  network,
  console,
}) => {
  const [first, second] = [network.name("Alpha"), network.name("Beta")];
  const firstId = await console.addSite(first);
  await console.placeSite(firstId, { latitude: 52.4, longitude: 4.9 });
  const secondId = await console.addSite(second);
  const station = await network.connected("1.6", { siteId: firstId });
  await station.fault(1);
  const away = await network.connected("2.1", { siteId: secondId });
  away.stop();

  const q = `id:${station.identity},${away.identity}`;
  await page.goto(`/stations?look=map&q=${encodeURIComponent(q)}`);
  const list = page.getByRole("grid", { name: "Sites on the map" });
  await expect(list.getByRole("row", { name: first })).toContainText("1 faulted");
  await expect(list.getByRole("row", { name: second })).toContainText("1 offline");
  await expect(list.getByRole("row", { name: second })).toContainText("no position");
  await list.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(page).toHaveURL(new RegExp(`place=${firstId}`));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: first, level: 1 })).toBeVisible();
});

test("a note is left for whoever comes next, and the odd ways of a station are counted with what it cannot be told", async ({
  page,
  network,
}) => {
  const station = await network.connected("1.6");
  await page.goto(`/stations/${station.identity}/notes`);
  await page.getByRole("textbox", { name: "New note" }).fill("The key is under the mat.");
  await page.getByRole("button", { name: "Add note" }).click();
  const notes = page.getByRole("region", { name: "Notes" });
  await expect(notes).toContainText("The key is under the mat.");

  await station.call("StatusNotification", { connectorId: "one" }).catch(() => {});
  await page.getByRole("link", { name: "Conformance" }).click();
  const odd = page.getByRole("region", { name: "Odd frames" });
  await expect(odd.getByRole("listitem").filter({ hasText: "Breaks the schema" })).toContainText("StatusNotification");
  const told = page.getByRole("region", { name: "What it can be told" });
  await expect(told.getByText(/things it cannot be told/)).toBeVisible();
  await expect(told.getByRole("listitem").filter({ hasText: "OCPP 1.6" }).first()).toBeVisible();
});
