import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/story";

const names = {
  "1.6": { number: "HeartbeatInterval", text: "DisplayText", afterReboot: "ModemApn", readOnly: "NumberOfConnectors" },
  "2.0.1": {
    number: "OfflineThreshold",
    text: "OrganizationName",
    afterReboot: "NetworkConfigurationPriority",
    readOnly: "SerialNumber",
  },
} as const;

for (const version of ["1.6", "2.0.1"] as const) {
  const { number, text, afterReboot, readOnly } = names[version];

  test(`a ${version} station's variables are read into the table, written, and read back`, async ({
    page,
    network,
  }) => {
    const station = await network.connected(version);
    await openVariables(page, station.identity);

    const row = variable(page, number);
    await row.getByRole("textbox").fill("777");
    await row.getByRole("textbox").press("Tab");
    await expect(row).toContainText("was ");
    await page.getByRole("button", { name: "Write 1 value" }).click();
    await expect(page.getByRole("article", { name: `Set ${number}` })).toContainText("Confirmed");
    await expect(row.getByRole("textbox")).toHaveValue("777");
    await expect(page.getByRole("button", { name: "Write 1 value" })).toHaveCount(0);

    await expect(variable(page, readOnly)).toContainText("Read-only");
    await expect(variable(page, readOnly).getByRole("textbox")).toHaveCount(0);
    await expect(variable(page, readOnly).getByRole("button")).toHaveCount(0);
  });

  test(`what a ${version} station rejects, and what holds only after a reset, show as such at their rows`, async ({
    page,
    network,
  }) => {
    const station = await network.connected(version);
    await openVariables(page, station.identity);

    const held = variable(page, afterReboot);
    await change(held, version === "1.6" ? "operator" : "1,0");
    await page.getByRole("button", { name: "Write 1 value" }).click();
    await expect(held).toContainText("holds after a reset");

    station.order({ reject: "all" });
    const refused = variable(page, text);
    await change(refused, "Something else");
    await page.getByRole("button", { name: "Write 1 value" }).click();
    await expect(refused).toContainText("Something else rejected");
  });
}

test("the table finds a variable, and can show only what can be written", async ({ page, network }) => {
  const station = await network.connected("1.6");
  await openVariables(page, station.identity);
  await page.getByRole("searchbox", { name: "Find a variable" }).fill("numberof");
  await expect(variable(page, "NumberOfConnectors")).toBeVisible();
  await expect(variable(page, "HeartbeatInterval")).toHaveCount(0);

  await page.getByRole("switch", { name: "Only writable" }).click({ force: true });
  await expect(page.getByText(/^The filter hides all \d+ variables$/)).toBeVisible();
});

async function openVariables(page: Page, identity: string) {
  await page.goto(`/stations/${identity}/variables`);
  await expect(page.getByText("Nothing read yet")).toBeVisible();
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(page.getByRole("table", { name: "Variables" })).toBeVisible();
}

const variable = (page: Page, name: string): Locator =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${name}`) }) });

async function change(row: Locator, value: string) {
  await row.getByRole("textbox").fill(value);
  await row.getByRole("textbox").press("Tab");
}
