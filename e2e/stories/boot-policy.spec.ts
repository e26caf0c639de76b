import { connectRaw } from "@chargehand/simulator/raw-client";
import { stack } from "../support/stack";
import { expect, test } from "../support/story";

test("a station that is to be set up first waits until what is written has been answered, and is accepted then", async ({
  page,
  network,
}) => {
  const { identity, secret } = await network.station("2.0.1");
  await page.goto(`/stations/${identity}/connections`);
  const policy = page.getByRole("form", { name: "When it boots" });
  await policy.getByRole("button", { name: /When it boots/ }).click();
  await page.getByRole("option", { name: "Set it up first, then accept it" }).click();
  await policy.getByRole("textbox", { name: "What it is set to" }).fill("OCPPCommCtrlr.HeartbeatInterval = 120");
  const saved = page.waitForResponse((response) => response.url().includes("stations.setBootPolicy"));
  await policy.getByRole("button", { name: "Save" }).click();
  expect((await saved).ok()).toBe(true);

  const client = await connectRaw({
    url: `${stack.stations}/${identity}`,
    protocols: ["ocpp2.0.1"],
    basic: { user: identity, password: secret },
  });
  const boot = async () =>
    client.call("BootNotification", { reason: "PowerUp", chargingStation: { vendorName: "Acme", model: "Two" } });
  const asked = async (action: string) => {
    const text = await client.next({ fits: (frame) => frame.includes(`"${action}"`), timeoutMs: 30_000 });
    const [, id, , payload] = JSON.parse(text);
    return { payload, answer: (said: object) => client.send(JSON.stringify([3, id, said])) };
  };
  expect((await boot())[2]).toMatchObject({ status: "Pending" });
  const write = await asked("SetVariables");

  await page.goto(`/stations/${identity}`);
  const registration = page.getByRole("definition").filter({ hasText: "Pending" });
  await expect(registration).toBeVisible();

  const [{ component, variable, attributeValue }] = write.payload.setVariableData;
  expect({ component, variable, attributeValue }).toEqual({
    component: { name: "OCPPCommCtrlr" },
    variable: { name: "HeartbeatInterval" },
    attributeValue: "120",
  });
  write.answer({ setVariableResult: [{ component, variable, attributeStatus: "Accepted" }] });
  (await asked("TriggerMessage")).answer({ status: "Accepted" });
  expect((await boot())[2]).toMatchObject({ status: "Accepted" });
  await expect(registration).toBeHidden();
  client.close();
});
