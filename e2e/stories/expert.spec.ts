import type { Page } from "@playwright/test";
import { expect, test } from "../support/story";
import { currentStep } from "../support/views";

test("any call of a station's version is written as a form or as JSON, checked, sent, followed, repeated and kept", async ({
  page,
  network,
}) => {
  const station = await network.connected("2.0.1");
  await page.goto(`/stations/${station.identity}/expert`);
  const calls = page.getByRole("listbox", { name: "Calls" });
  await expect(calls.getByRole("option")).toHaveCount(40);
  await page.getByRole("searchbox", { name: "Find a call" }).fill("install profile");
  await calls.getByRole("option", { name: /^SetChargingProfile/ }).click();

  // The example fits as it is; the form changes it, nested lists included.
  const bench = page.getByRole("region", { name: "The call" });
  await expect(bench.getByText("Fits OCPP 2.0.1")).toBeVisible();
  const period = "chargingProfile.chargingSchedule[0].chargingSchedulePeriod";
  await bench.getByRole("button", { name: "Add to chargingSchedulePeriod" }).click();
  await bench.getByRole("textbox", { name: `${period}[2].startPeriod` }).fill("7200");
  await bench.getByRole("textbox", { name: `${period}[2].limit` }).fill("3680");
  await bench.getByRole("textbox", { name: `${period}[2].limit` }).press("Tab");
  await expect(bench.getByText("Fits OCPP 2.0.1")).toBeVisible();

  // The same payload as text; broken, it says where.
  await bench.getByRole("radio", { name: "Raw JSON" }).click();
  const text = bench.getByRole("textbox", { name: "Payload as JSON" });
  await expect(text).toHaveValue(/"limit": 3680/);
  const sound = await text.inputValue();
  await text.fill(sound.replace('"stackLevel": 0', '"stackLevel": "high"'));
  const fault = bench.getByRole("button", { name: "$.chargingProfile.stackLevel" });
  await expect(fault).toContainText("must be integer");
  await expect(fault).toContainText(`line ${lineOf(sound, '"stackLevel"')}, column 5`);
  await expect(bench.getByRole("button", { name: "Send" })).toBeDisabled();
  await bench.getByRole("radio", { name: "Form" }).click();
  await bench.getByRole("button", { name: "Show the first" }).click();
  const stackLevel = bench.getByRole("textbox", { name: "chargingProfile.stackLevel" });
  await expect(stackLevel).toBeFocused();
  await expect(stackLevel).toHaveAccessibleDescription(/must be integer/);
  await bench.getByRole("radio", { name: "Raw JSON" }).click();
  await text.fill(sound.slice(0, -2));
  await expect(bench.getByRole("button", { name: "JSON" })).toContainText("needs a comma or the end here");
  await text.fill(sound);
  await expect(bench.getByText("Fits OCPP 2.0.1")).toBeVisible();

  await bench.getByRole("button", { name: "Send" }).click();
  const outcome = page.getByRole("region", { name: "What came of it" });
  await expect(outcome.getByRole("list", { name: "How far it got" })).toContainText("Accepted");
  const answer = outcome.getByRole("region", { name: "Its answer" });
  await expect(answer).toContainText(/\d ms/);
  await expect(answer.getByRole("definition").first()).toHaveText('"Accepted"');
  await expect(outcome.getByRole("link", { name: "SetChargingProfile" })).toBeVisible();
  await expect(outcome.getByRole("region", { name: "What changed" })).toContainText("What the station holds");

  await bench.getByRole("button", { name: "Save by name" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Evening limit");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  // Another call; then both ways back to this one.
  const side = page.getByRole("complementary", { name: "What can be put on the bench" });
  await page.getByRole("searchbox", { name: "Find a call" }).fill("");
  await calls.getByRole("option", { name: /^ClearCache/ }).click();
  await expect(text).toHaveValue("{}");
  await side.getByRole("radio", { name: "Saved" }).click();
  await side.getByRole("button", { name: /^Evening limit/ }).click();
  await expect(text).toHaveValue(sound);
  await side.getByRole("radio", { name: "Last sent" }).click();
  await side.getByRole("button", { name: "Put SetChargingProfile on the bench again" }).click();
  await expect(text).toHaveValue(/"limit": 3680/);
});

test("what changes at the station because of a call stands beside it, with its page", async ({ page, network }) => {
  const station = await network.connected("1.6");
  await page.goto(`/stations/${station.identity}/expert?action=ChangeAvailability&view=raw`);
  const bench = page.getByRole("region", { name: "The call" });
  await expect(bench.getByText("Fits OCPP 1.6")).toBeVisible();
  await bench.getByRole("textbox", { name: "Payload as JSON" }).fill('{ "connectorId": 1, "type": "Inoperative" }');
  await bench.getByRole("button", { name: "Send" }).click();
  const outcome = page.getByRole("region", { name: "What came of it" });
  await expect(currentStep(outcome)).toContainText("Confirmed");
  await expect(outcome.getByRole("link", { name: "StatusNotification" })).toBeVisible();
  await outcome.getByRole("region", { name: "What changed" }).getByRole("link", { name: "Out of service" }).click();
  await expect(page).toHaveURL(new RegExp(`/stations/${station.identity}$`));
});

test.describe("somebody who may only look", () => {
  test.use({ role: "viewer" });

  test("sees every call, and why it cannot be sent", async ({ page, network }) => {
    const station = await network.connected("2.1");
    await page.goto(`/stations/${station.identity}/expert?action=ClearCache`);
    await expect(page.getByRole("listbox", { name: "Calls" }).getByRole("option")).toHaveCount(55);
    await expect(page.getByRole("button", { name: "Send, operators only" })).toBeDisabled();
  });
});

test("its code comes with its page only, and schemas with no page at all", async ({ page, network }) => {
  const { identity } = await network.connected("2.1");
  const overview = await scriptsOf(page, `/stations/${identity}`);
  const bench = await scriptsOf(page, `/stations/${identity}/expert`);
  expect(bench).toContain("expert-check");
  expect(overview).not.toContain("expert-check");
  expect(bench).not.toContain("chargingSchedulePeriod");
});

async function scriptsOf(page: Page, address: string): Promise<string> {
  const html = await (await page.request.get(address)).text();
  const sources = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].flatMap(([, source]) => source ?? []);
  return (await Promise.all(sources.map(async (source) => (await page.request.get(source)).text()))).join("\n");
}

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;
