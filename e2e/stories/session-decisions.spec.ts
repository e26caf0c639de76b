import { connectRaw } from "@chargehand/simulator/raw-client";
import { stack } from "../support/stack";
import { expect, test } from "../support/story";

test("a session that does not add up is looked at by a person, and the decision is taken back", async ({
  page,
  network,
}) => {
  const { identity, secret } = await network.station("2.0.1");
  const client = await connectRaw({
    url: `${stack.stations}/${identity}`,
    protocols: ["ocpp2.0.1"],
    basic: { user: identity, password: secret },
  });
  await client.call("BootNotification", {
    reason: "PowerUp",
    chargingStation: { vendorName: "Acme", model: "Two" },
  });
  // Its end comes, and two messages before it never do.
  const tell = (eventType: string, seqNo: number) =>
    client.call("TransactionEvent", {
      ...{ eventType, seqNo, triggerReason: "Trigger", timestamp: new Date().toISOString() },
      ...{ transactionInfo: { transactionId: "tx-1" }, evse: { id: 1, connectorId: 1 } },
    });
  await tell("Started", 0);
  await tell("Ended", 3);

  await page.goto(`/stations/${identity}/sessions`);
  await page.getByRole("grid", { name: "Sessions" }).getByRole("link").first().click();
  const questions = page.getByRole("region", { name: "What does not add up" });
  await expect(questions).toContainText("Messages missing");
  await expect(questions).toContainText("Missing: 1–2.");

  await questions.getByRole("button", { name: "Looked at, all right" }).click();
  await expect(questions).toBeHidden();
  const made = page.getByRole("region", { name: "Decisions" });
  await expect(made).toContainText("Looked at: Messages missing");

  await made.getByRole("button", { name: "Undo" }).click();
  await expect(questions).toContainText("Messages missing");
  await expect(made).toContainText("taken back by");
  client.close();
});
