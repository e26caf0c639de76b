import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { consoleOf } from "../support/console";
import { type KnownStation, Network } from "../support/network";
import { test as base, expect } from "../support/story";
import { connectorCard, showTray } from "../support/views";

const test = base.extend<object, { station: KnownStation }>({
  /** One that charges, is faulted at its other connector, and has said so. Looked at only, so one does for all. */
  station: [
    async ({ playwright, people }, use) => {
      const request = await playwright.request.newContext({ storageState: people.operator });
      const network = new Network(consoleOf(request));
      const station = await network.connected("2.0.1", { settings: { sampleMs: 1_000 } });
      await station.plugIn(1);
      await station.presentToken(1, await network.token());
      await station.fault(2);
      await use(station);
      network.stop();
      await request.dispose();
    },
    { scope: "worker" },
  ],
});

test.describe.configure({ mode: "parallel" });
test.use({ contextOptions: { reducedMotion: "reduce" } });

/** By day and by night, on a desk and in a hand. */
const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [
    { width: 1440, height: 900 },
    { width: 320, height: 720 },
  ].map((size) => ({ colorScheme, size })),
);

test.describe("with nobody signed in", () => {
  test.use({ role: "nobody" });

  test("the door breaks no rule of WCAG 2.2 AA", async ({ page }) => {
    await page.goto("/sign-in");
    await expectNoViolations(page);
  });
});

for (const [name, address, shows] of [
  ["Now", "/", /connectors? (is|are) charging/],
  ["the stations list", "/stations", "Stations"],
  ["the sites", "/sites", "Sites"],
  ["the map", "/sites?look=map", "Sites"],
  ["the sessions", "/sessions", "Sessions"],
  ["the fleet's messages", "/messages", "Messages"],
  ["the issues", "/issues", "Issues"],
  ["the changes", "/changes", "Changes"],
  ["the shift", "/shift", "Shift"],
  ["the report of uptime", "/reports/uptime", "Reports"],
  ["the report of sessions", "/reports/sessions", "Reports"],
  ["the rules", "/settings/rules", "Settings"],
  ["the letters", "/settings/notices", "Settings"],
  ["the tokens", "/tokens", "Tokens"],
  ["the commands", "/commands", "Commands"],
  ["the templates", "/config", "Configuration"],
  ["the comparison of stations", "/config/compare?q=", "Compare stations"],
  ["the plan of settings", "/config/plan?q=", "Plan"],
  ["the library of firmware", "/firmware", "Firmware"],
  ["the campaigns", "/campaigns", "Campaigns"],
  ["the schedule of campaigns", "/campaigns?view=schedule", "Campaigns"],
  ["a new campaign", "/campaigns/new", "New campaign"],
  ["the refused", "/refusals", "Refused connections"],
  ["the choices of a person", "/settings/preferences", "Settings"],
  ["the API keys", "/settings/api-keys", "Settings"],
  ["the webhooks", "/settings/webhooks", "Settings"],
  ["the pages for the field", "/field", "Which station?"],
] as const) {
  test(`${name} break no rule of WCAG 2.2 AA`, async ({ page, network, station }) => {
    await network.stranger("1.6").connect();
    await expect(network.stranger("1.6", { identity: station.identity }).connect()).rejects.toThrow(/401/);
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(shows);
    await expectNoViolations(page);
  });
}

for (const tab of [
  "",
  "/sessions",
  "/variables",
  "/messages?q=action:BootNotification",
  "/connections",
  "/conformance",
  "/notes",
  "/expert?action=SetChargingProfile",
  "/expert?action=Reset&view=raw",
]) {
  test(`a station's page ${tab || "/"} breaks no rule of WCAG 2.2 AA`, async ({ page, station, console }) => {
    await console.readVariables(station.id);
    await page.goto(`/stations/${station.identity}${tab}`);
    if (tab === "/variables") await expect(page.getByRole("row", { name: /OfflineThreshold/ })).toBeVisible();
    if (tab.startsWith("/messages")) await page.getByRole("row", { name: "BootNotification" }).click();
    await showTray(page);
    await expectNoViolations(page);
  });
}

test("a station's page for the field breaks no rule of WCAG 2.2 AA", async ({ page, station }) => {
  await page.goto(`/field/${station.identity}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(station.identity);
  await expectNoViolations(page);
});

test("a session's page breaks no rule of WCAG 2.2 AA", async ({ page, station }) => {
  await page.goto(`/stations/${station.identity}`);
  await connectorCard(page, "1", "Charging")
    .getByRole("link", { name: /^since/ })
    .click();
  await expect(page.getByRole("figure")).toBeVisible();
  await expectNoViolations(page);
});

test("the dialogs break no rule of WCAG 2.2 AA", async ({ page, network, station }) => {
  await page.goto(`/stations/${station.identity}`);
  for (const action of ["Start", "Stop", "Unlock", "Reset"]) {
    await page
      .getByRole("main")
      .getByRole("button", { name: new RegExp(`^${action}`) })
      .click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNoViolations(page, looks.slice(0, 1));
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }

  await page.goto("/stations");
  await page.getByRole("button", { name: "Add a station" }).click();
  await page.getByLabel("Identity").fill(network.name());
  await expectNoViolations(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("The password is shown only now.")).toBeVisible();
  await expectNoViolations(page);

  for (const place of ["/welcome", "/demo", "/stations/new/import"]) {
    await page.goto(place);
    await expectNoViolations(page);
  }
});

async function expectNoViolations(page: Page, seen = looks) {
  // Many rules, four looks, two cores that others use too.
  test.slow();
  for (const { colorScheme, size } of seen) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    const { violations } = await rulesFor(page, colorScheme).analyze();
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
    );
    expect.soft(told, `${colorScheme}, ${size.width} px wide`).toEqual([]);
  }
}

/** All rules by day; by night the page is the same but for its colours. */
function rulesFor(page: Page, colorScheme: "light" | "dark"): AxeBuilder {
  // No frames of other origins here, so one page is enough for it to run in.
  // Left out: what the primitives say aloud, which for some seconds names a button that has gone with its dialog.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], preload: false })
    .exclude("[data-live-announcer]");
  return colorScheme === "dark"
    ? axe.withRules(["color-contrast", "link-in-text-block"])
    : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
}
