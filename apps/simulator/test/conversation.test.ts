import { describe, expect, it } from "vitest";
import type { Version } from "../src/dialects/dialect";
import { checkConversation } from "./in-schema";
import type { PlainCsms } from "./plain-csms";
import { versions, withCsms } from "./stations";

const { csms, station } = withCsms();

const key = "00112233445566778899aabbccddeeff";

describe.each(versions)("a station of %s", (version) => {
  it("says and answers only what the official schemas allow", async () => {
    const virtual = station({ version, chatty: true, secret: key, availabilityBy: "both" });
    expect(await virtual.connect()).toBe("Accepted");
    await virtual.plugIn(1);
    expect(await virtual.presentToken(1, "TAG1")).toBe("accepted");
    for (const [action, payload] of commandsOf(version)) await csms().command(action, payload);
    await virtual.settled();
    await virtual.fault(2, "SomethingOdd");
    await virtual.repair(2);
    await virtual.call("Heartbeat", {});
    expect(await virtual.presentToken(1, "TAG1")).toBe("stopped");
    await virtual.unplug(1);

    const { checked, violations } = checkConversation(csms().seen, version);
    expect(violations).toEqual([]);
    expect(checked).toBeGreaterThan(70);
  });

  it("offers its own subprotocol, its identity percent-encoded, and its secret in the way of its version", async () => {
    const virtual = station({ version, identity: "CS/Ä 1", secret: key });
    await virtual.connect();
    const [upgrade] = csms().upgrades;
    expect(upgrade?.protocol).toBe(`ocpp${version}`);
    expect(upgrade?.path).toBe("/ocpp/CS%2F%C3%84%201");
    const credentials = Buffer.from(upgrade?.authorization?.replace("Basic ", "") ?? "", "base64");
    const password = version === "1.6" ? Buffer.from(key, "hex") : Buffer.from(key);
    expect(credentials).toEqual(Buffer.concat([Buffer.from("CS/Ä 1:"), password]));
  });

  it("never has two calls on the way, and answers one while it waits itself", async () => {
    const virtual = station({ version });
    await virtual.connect();
    csms().answers = () => undefined;
    const waiting = virtual.call("Heartbeat", {});
    void virtual.plugIn(1);
    const [type] = await csms().command("TriggerMessage", { requestedMessage: "Heartbeat" });
    expect(type).toBe(3);
    const unanswered = csms()
      .seen.filter(({ from, frame }) => from === "station" && frame[0] === 2)
      .slice(-1);
    expect(unanswered.map(({ frame }) => frame[2])).toEqual(["Heartbeat"]);
    expect(csms().calls("Heartbeat")).toHaveLength(1);
    virtual.goOffline();
    expect(await waiting).toEqual({ type: "line-down" });
  });

  it("knows no action that its version has not, nor one that only stations say", async () => {
    const virtual = station({ version });
    await virtual.connect();
    const strange = { "1.6": "SetVariables", "2.0.1": "SetDERControl", "2.1": "ChangeConfiguration" } as const;
    for (const action of ["MakeCoffee", strange[version], "BootNotification"]) {
      const answer = await csms().command(action, {});
      expect([answer[0], answer[2]]).toEqual([4, "NotImplemented"]);
    }
  });

  it("answers a payload that makes no sense with the code of its version", async () => {
    const virtual = station({ version });
    await virtual.connect();
    const answer = await csms().command("ChangeAvailability", { type: 7 });
    expect(answer[2]).toBe(version === "1.6" ? "FormationViolation" : "FormatViolation");
  });

  it("reports an energy that is the power of its samples over time", async () => {
    const virtual = station({ version, settings: { sampleMs: 100 } });
    await virtual.connect();
    await virtual.plugIn(1);
    await virtual.presentToken(1, "TAG1");
    await virtual.ledger.waitFor(() => factsOf(virtual.ledger).length >= 6);
    await virtual.presentToken(1, "TAG1");

    const facts = factsOf(virtual.ledger);
    const [transaction] = virtual.ledger.transactions.values();
    const wh = facts.map((fact) => fact.wh);
    expect(wh).toEqual(wh.toSorted((one, other) => one - other));
    expect(transaction?.meterStopWh).toBeGreaterThan(transaction?.meterStartWh ?? Number.NaN);
    const hours = (Date.parse(transaction?.endedAt ?? "") - Date.parse(transaction?.startedAt ?? "")) / 3_600_000;
    const energy = (transaction?.meterStopWh ?? 0) - (transaction?.meterStartWh ?? 0);
    // 11 kW in a world six hundred times faster than the clock; the clock's millisecond is 1.8 Wh of it.
    expect(Math.abs(energy - 11_000 * 600 * hours)).toBeLessThan(8);
  });
});

function factsOf({ transactions }: { transactions: ReadonlyMap<number, { facts: { wh: number }[] }> }) {
  return transactions.get(1)?.facts ?? [];
}

type Commands = [action: Parameters<PlainCsms["command"]>[0], payload: object][];

function commandsOf(version: Version): Commands {
  if (version === "1.6") {
    return [
      ["GetConfiguration", {}],
      ["GetConfiguration", { key: ["HeartbeatInterval", "Nonsense"] }],
      ["ChangeConfiguration", { key: "HeartbeatInterval", value: "120" }],
      ["RemoteStartTransaction", { idTag: "TAG2", connectorId: 1 }],
      ["RemoteStopTransaction", { transactionId: 99 }],
      ["ChangeAvailability", { connectorId: 2, type: "Inoperative" }],
      ["ChangeAvailability", { connectorId: 0, type: "Operative" }],
      ["UnlockConnector", { connectorId: 2 }],
      ["ClearCache", {}],
      ["DataTransfer", { vendorId: "com.example" }],
      ...triggers("BootNotification", "Heartbeat", "StatusNotification", "MeterValues", "FirmwareStatusNotification"),
      ...triggers("DiagnosticsStatusNotification"),
      ["ExtendedTriggerMessage", { requestedMessage: "LogStatusNotification" }],
    ];
  }
  const interval = { component: { name: "OCPPCommCtrlr" }, variable: { name: "HeartbeatInterval" } };
  return [
    ["GetBaseReport", { requestId: 1, reportBase: "FullInventory" }],
    ["GetBaseReport", { requestId: 2, reportBase: "ConfigurationInventory" }],
    ["GetBaseReport", { requestId: 3, reportBase: "SummaryInventory" }],
    ["GetVariables", { getVariableData: [interval, { component: { name: "X" }, variable: { name: "Y" } }] }],
    [
      "SetVariables",
      {
        setVariableData: [
          { ...interval, attributeValue: "120" },
          { ...interval, attributeValue: "x" },
        ],
      },
    ],
    ["RequestStartTransaction", { idToken: { idToken: "T", type: "Central" }, remoteStartId: 1, evseId: 1 }],
    ["RequestStopTransaction", { transactionId: "none" }],
    ["GetTransactionStatus", {}],
    ["GetTransactionStatus", { transactionId: "none" }],
    ["ChangeAvailability", { operationalStatus: "Inoperative", evse: { id: 2 } }],
    ["ChangeAvailability", { operationalStatus: "Operative", evse: { id: 2 } }],
    ["UnlockConnector", { evseId: 1, connectorId: 1 }],
    ["UnlockConnector", { evseId: 2, connectorId: 1 }],
    ["ClearCache", {}],
    ["DataTransfer", { vendorId: "com.example" }],
    ["TriggerMessage", { requestedMessage: "StatusNotification", evse: { id: 1, connectorId: 1 } }],
    ...triggers("BootNotification", "Heartbeat", "MeterValues", "TransactionEvent", "FirmwareStatusNotification"),
    ...triggers("LogStatusNotification", "SignV2GCertificate"),
  ];
}

function triggers(...messages: string[]): Commands {
  return messages.map((requestedMessage) => ["TriggerMessage", { requestedMessage }]);
}
