import { expect, test } from "../support/story";
import { connectorMark, openList, stationRow } from "../support/views";

test("a name that is taken is refused at its field", async ({ page, network }) => {
  const { identity } = await network.station("1.6");
  await page.goto("/stations");
  await page.getByRole("button", { name: "Add a station" }).click();

  const asking = page.getByRole("form", { name: "Add a station" });
  const field = asking.getByLabel("Identity");
  await field.fill(identity);
  await asking.getByRole("button", { name: "Add", exact: true }).click();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveValue(identity);
});

for (const version of ["1.6", "2.1"] as const) {
  test(`a ${version} station with a wrong password is turned away, and listed with what to change`, async ({
    page,
    network,
  }) => {
    const { identity } = await network.station(version);
    await page.goto(`/refusals?station=${identity}`);
    await expect(page.getByText("Nobody was refused")).toBeVisible();

    const impostor = network.stranger(version, { identity, secret: "0".repeat(40) });
    await expect(impostor.connect()).rejects.toThrow(/401/);

    const row = page.getByRole("grid", { name: "Refused connections" }).getByRole("row", { name: identity });
    await expect(row).toContainText("Wrong password");
    await expect(row).toContainText("401");
    await expect(row).toContainText(/password/i);
  });
}

test("a station that nobody announced waits with what it said, is approved, and its next boot is accepted", async ({
  page,
  network,
}) => {
  const station = network.stranger("2.0.1", { vendor: "Elmo", model: "Post 22", firmware: "7.3.1" });
  await page.goto("/stations");
  expect(await station.connect()).toBe("Pending");

  const waiting = page.getByRole("region", { name: "Stations that wait for approval" });
  const item = waiting.getByRole("listitem").filter({ hasText: station.identity });
  await expect(item).toContainText("Elmo Post 22");
  await expect(item).toContainText("7.3.1");
  await item.getByRole("button", { name: "Approve without" }).click();
  await expect(item).toHaveCount(0);

  await station.reboot();
  expect(station.registration).toBe("Accepted");
  await openList(page, station.identity);
  await expect(connectorMark(stationRow(page, station.identity), "1", "Available")).toBeVisible();
});

test("a stranger approved with a secret is let in with it, and with nothing else", async ({ page, network }) => {
  const { identity } = network.stranger("1.6");
  const stranger = network.stranger("1.6", { identity });
  await stranger.connect();
  await page.goto("/");

  const waiting = page.getByRole("region", { name: "Stations that wait for approval" });
  const item = waiting.getByRole("listitem").filter({ hasText: identity });
  await item.getByRole("button", { name: "Approve with a secret" }).click();
  const told = page.getByRole("dialog", { name: `${identity} is added` });
  const secret = (await told.getByText(/^[0-9a-f]{40}$/).textContent()) ?? "";
  stranger.stop();

  await expect(network.stranger("1.6", { identity }).connect()).rejects.toThrow(/401/);
  expect(await network.stranger("1.6", { identity, secret }).connect()).toBe("Accepted");
  await expect(told.getByRole("status")).toHaveText("The station has connected");
});
