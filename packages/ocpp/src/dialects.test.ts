import { type Command, commandTypes, triggerMessages, Unsupported } from "@chargehand/domain/command";
import { describe, expect, it } from "vitest";
import { senderOf } from "./actions";
import type { Speech } from "./dialect";
import { dialects } from "./dialects";
import { senders } from "./generated/actions";
import { speech21, speech201 } from "./ocpp2/speech";
import { speech16 } from "./ocpp16/speech";
import { onlyIn21 } from "./only-in-21";
import { validateRequest } from "./validate";
import { type Version, versions } from "./version";

const build = (version: Version, command: Command) => {
  const call = dialects[version].build(command, { commandId: 17 });
  expect(validateRequest(version, call.action, call.payload)).toMatchObject({ ok: true });
  // As it goes over the wire: what is undefined is not said.
  return [call.action, JSON.parse(JSON.stringify(call.payload))];
};

const heartbeat16 = { component: "", name: "HeartbeatInterval" };
const heartbeat2 = { component: "OCPPCommCtrlr", name: "HeartbeatInterval" };
const token = { value: "04A1B2C3", kind: "iso14443" };

describe("in 1.6", () => {
  it.each<[Command, string, object]>([
    [{ type: "start", evse: 2, connector: 1, token }, "RemoteStartTransaction", { connectorId: 2, idTag: "04A1B2C3" }],
    [{ type: "start", token }, "RemoteStartTransaction", { idTag: "04A1B2C3" }],
    [{ type: "stop", session: "4711" }, "RemoteStopTransaction", { transactionId: 4711 }],
    [{ type: "reset", when: "now" }, "Reset", { type: "Hard" }],
    [{ type: "reset", when: "idle" }, "Reset", { type: "Soft" }],
    [{ type: "unlock", evse: 2, connector: 1 }, "UnlockConnector", { connectorId: 2 }],
    [{ type: "set-availability", operative: false }, "ChangeAvailability", { connectorId: 0, type: "Inoperative" }],
    [
      { type: "set-availability", operative: true, evse: 2 },
      "ChangeAvailability",
      { connectorId: 2, type: "Operative" },
    ],
    [
      { type: "trigger", message: "status", evse: 2 },
      "TriggerMessage",
      { requestedMessage: "StatusNotification", connectorId: 2 },
    ],
    [
      { type: "trigger", message: "log-status" },
      "TriggerMessage",
      { requestedMessage: "DiagnosticsStatusNotification" },
    ],
    [{ type: "read-variables" }, "GetConfiguration", {}],
    [{ type: "read-variables", variables: [heartbeat16] }, "GetConfiguration", { key: ["HeartbeatInterval"] }],
    [
      { type: "write-variables", writes: [{ variable: heartbeat16, value: "600" }] },
      "ChangeConfiguration",
      { key: "HeartbeatInterval", value: "600" },
    ],
  ])("says %o as %s %o", (command, action, payload) => {
    expect(build("1.6", command)).toEqual([action, payload]);
  });

  it.each<[Command, string]>([
    [{ type: "reset", when: "now", evse: 1 }, "OCPP 1.6 resets the whole station, never one EVSE"],
    [
      { type: "start", token: { value: "X".repeat(21), kind: "central" } },
      "OCPP 1.6 takes tokens of at most 20 characters",
    ],
    [{ type: "stop", session: "f3d1b0a2" }, "OCPP 1.6 knows its transactions by a whole number only"],
    [{ type: "trigger", message: "session" }, "OCPP 1.6 has no message that tells of a whole session"],
    [{ type: "read-variables", variables: [heartbeat2] }, "OCPP 1.6 has configuration keys, not components"],
    [
      {
        type: "write-variables",
        writes: [
          { variable: heartbeat16, value: "1" },
          { variable: heartbeat16, value: "2" },
        ],
      },
      "OCPP 1.6 writes one configuration key at a time",
    ],
    [
      { type: "write-variables", writes: [{ variable: heartbeat16, attribute: "target", value: "1" }] },
      "OCPP 1.6 has no target values: a configuration key has one value",
    ],
    [{ type: "ask-transaction-status" }, "OCPP 1.6 cannot be asked about a transaction"],
  ])("has no words for %o, and says why", (command, reason) => {
    expect(() => dialects["1.6"].build(command, { commandId: 17 })).toThrow(new Unsupported(reason));
  });
});

describe.each(["2.0.1", "2.1"] as const)("in %s", (version) => {
  const heartbeat = { component: { name: "OCPPCommCtrlr" }, variable: { name: "HeartbeatInterval" } };

  it.each<[Command, string, object]>([
    [
      { type: "start", evse: 2, connector: 1, token },
      "RequestStartTransaction",
      { evseId: 2, remoteStartId: 17, idToken: { idToken: "04A1B2C3", type: "ISO14443" } },
    ],
    [
      { type: "start", token: { value: "A", kind: "unknown" } },
      "RequestStartTransaction",
      { remoteStartId: 17, idToken: { idToken: "A", type: "Central" } },
    ],
    [
      { type: "start", token: { value: "DE8ACC12E46L89", kind: "emaid" } },
      "RequestStartTransaction",
      { remoteStartId: 17, idToken: { idToken: "DE8ACC12E46L89", type: "eMAID" } },
    ],
    [{ type: "stop", session: "tx-1" }, "RequestStopTransaction", { transactionId: "tx-1" }],
    [{ type: "reset", when: "now" }, "Reset", { type: "Immediate" }],
    [{ type: "reset", when: "idle", evse: 1 }, "Reset", { type: "OnIdle", evseId: 1 }],
    [{ type: "unlock", evse: 2, connector: 1 }, "UnlockConnector", { evseId: 2, connectorId: 1 }],
    [{ type: "set-availability", operative: false }, "ChangeAvailability", { operationalStatus: "Inoperative" }],
    [
      { type: "set-availability", operative: true, evse: 2, connector: 1 },
      "ChangeAvailability",
      { operationalStatus: "Operative", evse: { id: 2, connectorId: 1 } },
    ],
    [
      { type: "trigger", message: "status", evse: 2, connector: 1 },
      "TriggerMessage",
      { requestedMessage: "StatusNotification", evse: { id: 2, connectorId: 1 } },
    ],
    [
      { type: "trigger", message: "session", evse: 2 },
      "TriggerMessage",
      { requestedMessage: "TransactionEvent", evse: { id: 2 } },
    ],
    [{ type: "read-variables" }, "GetBaseReport", { requestId: 17, reportBase: "FullInventory" }],
    [{ type: "read-variables", variables: [heartbeat2] }, "GetVariables", { getVariableData: [heartbeat] }],
    [
      { type: "write-variables", writes: [{ variable: heartbeat2, attribute: "target", value: "600" }] },
      "SetVariables",
      { setVariableData: [{ ...heartbeat, attributeType: "Target", attributeValue: "600" }] },
    ],
    [
      {
        type: "set-network-profile",
        slot: 1,
        profile: { url: "wss://new.example/ocpp", securityProfile: 2, link: "wireless-0", timeoutSeconds: 30 },
      },
      "SetNetworkProfile",
      {
        configurationSlot: 1,
        connectionData: {
          ...{ ocppVersion: "OCPP20", ocppTransport: "JSON", ocppInterface: "Wireless0", messageTimeout: 30 },
          ...{ ocppCsmsUrl: "wss://new.example/ocpp", securityProfile: 2 },
        },
      },
    ],
    [{ type: "ask-transaction-status", session: "tx-1" }, "GetTransactionStatus", { transactionId: "tx-1" }],
    [{ type: "ask-transaction-status" }, "GetTransactionStatus", {}],
  ])("says %o as %s %o", (command, action, payload) => {
    expect(build(version, command)).toEqual([action, payload]);
  });

  it("names a variable by all that tells it from others", () => {
    const variable = {
      component: "Connector",
      componentInstance: "a",
      evse: 1,
      connector: 2,
      name: "Phase",
      instance: "L1",
    };
    expect(build(version, { type: "read-variables", variables: [variable] })).toEqual([
      "GetVariables",
      {
        getVariableData: [
          {
            component: { name: "Connector", instance: "a", evse: { id: 1, connectorId: 2 } },
            variable: { name: "Phase", instance: "L1" },
          },
        ],
      },
    ]);
  });

  it("has no words for the status of all connectors at once, or for reading nothing", () => {
    const say = (command: Command) => () => dialects[version].build(command, { commandId: 17 });
    expect(say({ type: "trigger", message: "status" })).toThrow(Unsupported);
    expect(say({ type: "read-variables", variables: [] })).toThrow(Unsupported);
    expect(say({ type: "write-variables", writes: [] })).toThrow(Unsupported);
  });
});

describe("what a version has no words for", () => {
  const without = (speech: Speech) => commandTypes.filter((type) => "wordless" in speech[type]);

  it("grows from version to version backwards", () => {
    // The one of 1.6 alone: later versions say it in an answer.
    expect(without(speech21)).toEqual(["show-price"]);
    expect(without(speech201)).toEqual(
      commandTypes.filter((type) => type === "show-price" || type in onlyIn21("2.0.1")),
    );
    expect(without(speech16)).toEqual(expect.arrayContaining(Object.keys(onlyIn21("1.6"))));
  });

  it("is refused with the sentence that stands in its table", () => {
    const refusal = new Unsupported("OCPP 2.0.1 has no words for priority; 2.1 has");
    const command = { type: "use-priority", session: "1", active: true } as const;
    expect(() => dialects["2.0.1"].build(command, { commandId: 17 })).toThrow(refusal);
  });
});

it.each(versions)("in %s every message that can be asked for is asked for in a valid call, or refused", (version) => {
  for (const message of triggerMessages) {
    if (version === "1.6" && message === "session") continue;
    build(version, { type: "trigger", message, evse: 1, connector: 1 });
  }
});

describe("an action", () => {
  it.each(versions)(
    "that stations of %s may send has an adapter, and every one that we may send an effect",
    (version) => {
      for (const action of Object.keys(senders[version])) {
        const sender = senderOf(version, action);
        expect([action, dialects[version].inbound(action) !== undefined]).toEqual([action, sender !== "csms"]);
        expect([action, dialects[version].effect(action) !== undefined]).toEqual([action, sender !== "station"]);
      }
    },
  );

  it("of a later version has none in an earlier one", () => {
    expect(dialects["2.0.1"].inbound("BatterySwap")).toBeUndefined();
    expect(dialects["2.0.1"].inbound("NotifyPeriodicEventStream")).toBeUndefined();
  });

  it("that no station may send has no adapter, nor has an inherited name", () => {
    for (const action of ["Reset", "MakeCoffee", "constructor", "__proto__"]) {
      for (const version of versions) expect(dialects[version].inbound(action)).toBeUndefined();
    }
  });

  it("of ours has an effect in each version that has it, and in no other", () => {
    expect(dialects["1.6"].effect("GetDiagnostics")).toBeDefined();
    expect(dialects["2.1"].effect("GetDiagnostics")).toBeUndefined();
    expect(dialects["2.0.1"].effect("SetDERControl")).toBeUndefined();
    expect(dialects["2.1"].effect("SetDERControl")).toBeDefined();
    expect(dialects["2.1"].effect("Heartbeat")).toBeUndefined();
    expect(dialects["2.1"].effect("constructor")).toBeUndefined();
  });
});

it("marks exactly the messages that a station would repeat for ever if they were refused", () => {
  const marked = (version: Version, actions: string[]) =>
    actions.filter((action) => dialects[version].inbound(action)?.ofTransaction);
  expect(
    marked("1.6", ["StartTransaction", "StopTransaction", "MeterValues", "Authorize", "StatusNotification"]),
  ).toEqual(["StartTransaction", "StopTransaction", "MeterValues"]);
  expect(marked("2.1", ["TransactionEvent", "Authorize", "StatusNotification", "NotifyReport"])).toEqual([
    "TransactionEvent",
  ]);
});
