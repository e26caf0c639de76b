import { stack } from "../support/stack";
import { expect, test } from "../support/story";
import { openList, stationRow } from "../support/views";

test("a technician adds a station, is told its password once, sees a wrong one as it is tried, and the list turns", async ({
  page,
  network,
}) => {
  const identity = network.name();
  await openList(page, identity);
  await page.getByRole("button", { name: "Add a station" }).click();
  const form = page.getByRole("form", { name: "Add a station" });
  await form.getByLabel("Identity").fill(identity);
  await form.getByRole("button", { name: "Add", exact: true }).click();

  await expect(page).toHaveURL(`/stations/${identity}/commissioning`);
  const credentials = page.getByRole("region", { name: "What to type into the charger" });
  await expect(credentials).toContainText(`${stack.stations}/${identity}`);
  await expect(credentials.getByRole("img", { name: "All three, for a phone" })).toBeVisible();
  const secret = (await credentials.getByText(/^[0-9a-f]{40}$/).textContent()) ?? "";
  const list = page.getByRole("list", { name: "What has to be true" });
  const step = (name: string) => list.getByRole("listitem").filter({ hasText: name });
  await expect(step("It has called")).toHaveAttribute("data-standing", "next");

  const impostor = network.stranger("2.0.1", { identity, secret: "0".repeat(40) });
  await expect(impostor.connect()).rejects.toThrow(/401/);
  const refusedAt = Date.now();
  const refused = page.getByRole("region", { name: "Tries that were not taken" });
  await expect(refused).toContainText("Wrong password");
  test.info().annotations.push({ type: "refusal shown after", description: `${Date.now() - refusedAt} ms` });
  await expect(refused.locator("time").first()).toHaveText(/^\d\d:\d\d:\d\d$/);
  await expect(step("It has proven who it is")).toHaveAttribute("data-standing", "wrong");

  const station = network.stranger("2.0.1", { identity, secret });
  expect(await station.connect()).toBe("Accepted");
  for (const name of ["It has called", "It has proven who it is", "We speak the same version", "It has booted"]) {
    await expect(step(name)).toHaveAttribute("data-standing", "done");
  }
  await expect(step("They are in order")).toHaveAttribute("data-standing", "done");

  await page.reload();
  await expect(page.getByText(secret)).toHaveCount(0);
  await expect(credentials).toContainText("shown once");
});

test("what asks for a version we do not speak is told which, and what to choose", async ({ page, network }) => {
  const { identity, secret } = await network.station("1.6");
  await page.goto(`/stations/${identity}/commissioning`);
  const older = network.stranger("1.6", { identity, secret, subprotocols: ["ocpp1.5"] });
  await expect(older.connect()).rejects.toThrow();
  const refused = page.getByRole("region", { name: "Tries that were not taken" });
  await expect(refused).toContainText("It asked for ocpp1.5");
});

test("an unknown station waits on top of the list, a key approves it, and its next boot is accepted", async ({
  page,
  network,
}) => {
  const station = network.stranger("2.0.1");
  const { identity } = station;
  await page.goto("/stations");
  expect(await station.connect()).toBe("Pending");
  const waiting = page.getByRole("region", { name: "Stations that wait for approval" });
  const item = waiting.getByRole("listitem").filter({ hasText: identity });
  await item.focus();
  await page.keyboard.press("a");

  const told = page.getByRole("dialog", { name: `${identity} is added` });
  const secret = (await told.getByText(/^[0-9a-f]{40}$/).textContent()) ?? "";
  station.stop();
  expect(await network.stranger("2.0.1", { identity, secret }).connect()).toBe("Accepted");
  await expect(told.getByRole("status")).toHaveText("The station has connected");
  await told.getByRole("button", { name: "I have written it down" }).click();
  await openList(page, identity);
  await expect(stationRow(page, identity)).toBeVisible();
});

test("many stations are imported from a file once its bad lines are seen", async ({ page, network }) => {
  const [first, second] = [network.name(), network.name()];
  await page.goto("/stations/new/import");
  await page.getByLabel("The file's text").fill(`id,name\n${first},One\n${second},Two\nbad/one,Three`);
  await page.getByRole("button", { name: "Look what would happen" }).click();
  await expect(page.getByRole("list", { name: "Lines that are not in order" })).toContainText("“bad/one” is no id");
  const doIt = page.getByRole("button", { name: "Import 2 stations" });
  await expect(doIt).toBeDisabled();
  await page.getByText("Leave out the 1 line that is not in order").click();
  await doIt.click();
  const imported = page.getByRole("main").getByRole("status").filter({ hasText: "2 stations were imported" });
  await expect(imported).toContainText("1 line was left out.");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the passwords" }).click();
  expect((await saved).suggestedFilename()).toBe("stations-secrets.csv");
});
