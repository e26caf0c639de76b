import { describe, expect, it } from "vitest";
import { dialects } from "./dialects";
import type { Version } from "./version";

const effectOf = (version: Version, action: string) => {
  const effect = dialects[version].effect(action);
  if (!effect) throw new Error(`no effect for ${action}`);
  return effect;
};

describe.each([
  ["1.6", "RemoteStartTransaction", { status: "Accepted" }, { answer: "accepted" }],
  ["1.6", "Reset", { status: "Rejected" }, { answer: "rejected" }],
  ["1.6", "ChangeAvailability", { status: "Scheduled" }, { answer: "scheduled", detail: "Scheduled" }],
  ["1.6", "ChangeConfiguration", { status: "RebootRequired" }, { answer: "reboot-required", detail: "RebootRequired" }],
  ["1.6", "ChangeConfiguration", { status: "NotSupported" }, { answer: "unsupported", detail: "NotSupported" }],
  ["1.6", "TriggerMessage", { status: "NotImplemented" }, { answer: "unsupported", detail: "NotImplemented" }],
  ["1.6", "UnlockConnector", { status: "Unlocked" }, { answer: "accepted", detail: "Unlocked" }],
  ["1.6", "UnlockConnector", { status: "UnlockFailed" }, { answer: "rejected", detail: "UnlockFailed" }],
  ["1.6", "GetConfiguration", { unknownKey: ["A", "B"] }, { answer: "accepted", detail: "unknown: A, B" }],
  ["1.6", "GetDiagnostics", {}, { answer: "accepted" }],
  ["1.6", "SendLocalList", { status: "VersionMismatch" }, { answer: "rejected", detail: "VersionMismatch" }],
  ["2.1", "Reset", { status: "Scheduled" }, { answer: "scheduled", detail: "Scheduled" }],
  [
    "2.0.1",
    "RequestStartTransaction",
    { status: "Rejected", statusInfo: { reasonCode: "TxInProgress" } },
    { answer: "rejected", detail: "TxInProgress" },
  ],
  [
    "2.1",
    "UnlockConnector",
    { status: "UnknownConnector", statusInfo: { reasonCode: "X", additionalInfo: "no connector 9" } },
    { answer: "rejected", detail: "UnknownConnector: no connector 9" },
  ],
  ["2.1", "GetBaseReport", { status: "NotSupported" }, { answer: "unsupported", detail: "NotSupported" }],
  ["2.1", "GetBaseReport", { status: "EmptyResultSet" }, { answer: "rejected", detail: "EmptyResultSet" }],
  [
    "2.1",
    "SetDERControl",
    { status: "Rejected", statusInfo: { reasonCode: "R" } },
    { answer: "rejected", detail: "R" },
  ],
] as const)("%s %s answered %o", (version, action, response, answer) => {
  it("is understood", () => {
    expect(effectOf(version, action).toAnswer({}, response)).toEqual(answer);
  });
});

describe("one answer to many writes", () => {
  const result = (name: string, attributeStatus: string, additionalInfo?: string) => ({
    component: { name: "C" },
    variable: { name },
    attributeStatus,
    ...(additionalInfo && { attributeStatusInfo: { reasonCode: "R", additionalInfo } }),
  });
  const answer = (...setVariableResult: object[]) =>
    effectOf("2.1", "SetVariables").toAnswer({}, { setVariableResult });

  it("is accepted when all are", () => {
    expect(answer(result("A", "Accepted"), result("B", "Accepted"))).toEqual({ answer: "accepted" });
  });

  it("asks for a reboot when one does", () => {
    expect(answer(result("A", "Accepted"), result("B", "RebootRequired"))).toEqual({
      answer: "reboot-required",
      detail: "C.B: RebootRequired",
    });
  });

  it("is a refusal when one is refused, and says which and why", () => {
    expect(
      answer(result("A", "RebootRequired"), result("B", "Rejected", "at most 86400"), result("D", "UnknownVariable")),
    ).toEqual({
      answer: "rejected",
      detail: "C.B: at most 86400; C.D: UnknownVariable",
    });
  });
});

describe("variables that were read", () => {
  it("are reported with the answer in 1.6, with the type that the standard gives them", () => {
    const { toReports } = effectOf("1.6", "GetConfiguration");
    const configurationKey = [
      { key: "heartbeatinterval", readonly: false, value: "300" },
      { key: "NumberOfConnectors", readonly: true, value: "2" },
      { key: "AuthorizationKey", readonly: false },
      { key: "wattle.fan", readonly: false, value: "auto" },
    ];
    expect(toReports?.({}, { configurationKey, unknownKey: ["NoSuchKey"] })).toEqual([
      {
        type: "variables",
        readings: [
          reading("heartbeatinterval", { value: "300", mutability: "read-write", type: "integer", unit: "s" }),
          reading("NumberOfConnectors", { value: "2", mutability: "read-only", type: "integer" }),
          reading("AuthorizationKey", { mutability: "write-only", type: "string" }),
          reading("wattle.fan", { value: "auto", mutability: "read-write" }),
        ],
        unknown: [{ component: "", name: "NoSuchKey" }],
      },
    ]);
  });

  it("are reported with the answer in 2.x, apart from those the station does not have", () => {
    const { toAnswer, toReports } = effectOf("2.1", "GetVariables");
    const response = {
      getVariableResult: [
        { ...named("A"), attributeStatus: "Accepted", attributeType: "Target", attributeValue: "1" },
        { ...named("B"), attributeStatus: "UnknownVariable" },
      ],
    };
    expect(toReports?.({}, response)).toEqual([
      {
        type: "variables",
        readings: [{ variable: { component: "C", name: "A" }, attribute: "target", value: "1" }],
        unknown: [{ component: "C", name: "B" }],
      },
    ]);
    expect(toAnswer({}, response)).toEqual({ answer: "accepted", detail: "C.B: UnknownVariable" });
    expect(toAnswer({}, { getVariableResult: response.getVariableResult.slice(1) }).answer).toBe("rejected");
  });

  const named = (name: string) => ({ component: { name: "C" }, variable: { name } });
  const reading = (name: string, facts: object) => ({
    variable: { component: "", name },
    attribute: "actual",
    ...facts,
  });
});

it("a transaction's status is reported with the answer", () => {
  const { toReports } = effectOf("2.1", "GetTransactionStatus");
  expect(toReports?.({ transactionId: "tx-1" }, { ongoingIndicator: false, messagesInQueue: true })).toEqual([
    { type: "transaction-status", session: "tx-1", ongoing: false, messagesInQueue: true },
  ]);
});

describe("the proof", () => {
  const token = { value: "04A1", kind: "unknown" };
  it.each([
    ["1.6", "RemoteStartTransaction", { idTag: "04A1", connectorId: 2 }, { for: "session-started", evse: 2, token }],
    [
      "2.1",
      "RequestStartTransaction",
      { remoteStartId: 17, idToken: { idToken: "A", type: "Central" }, evseId: 2 },
      { for: "session-started", evse: 2, remoteStartId: 17, token: { value: "A", kind: "central" } },
    ],
    ["1.6", "RemoteStopTransaction", { transactionId: 4711 }, { for: "session-ended", session: "4711" }],
    ["2.1", "RequestStopTransaction", { transactionId: "tx-1" }, { for: "session-ended", session: "tx-1" }],
    ["1.6", "Reset", { type: "Hard" }, { for: "boot" }],
    ["2.1", "Reset", { type: "Immediate" }, { for: "boot" }],
    ["1.6", "UnlockConnector", { connectorId: 1 }, { for: "answer" }],
    ["2.1", "UnlockConnector", { evseId: 1, connectorId: 1 }, { for: "answer" }],
    ["1.6", "ChangeAvailability", { connectorId: 0, type: "Inoperative" }, { for: "availability", operative: false }],
    [
      "1.6",
      "ChangeAvailability",
      { connectorId: 2, type: "Operative" },
      { for: "availability", operative: true, place: { evse: 2, connector: 1 } },
    ],
    [
      "2.1",
      "ChangeAvailability",
      { operationalStatus: "Operative", evse: { id: 2 } },
      { for: "availability", operative: true, place: { evse: 2 } },
    ],
    [
      "1.6",
      "TriggerMessage",
      { requestedMessage: "MeterValues", connectorId: 1 },
      { for: "message", message: "meter-values", place: { evse: 1, connector: 1 } },
    ],
    ["2.1", "TriggerMessage", { requestedMessage: "TransactionEvent" }, { for: "message", message: "session" }],
    ["2.1", "GetBaseReport", { requestId: 21, reportBase: "FullInventory" }, { for: "report", requestId: 21 }],
  ] as const)("of %s %s %o is %o", (version, action, request, watch) => {
    expect(effectOf(version, action).proof?.(request)?.watch).toEqual(watch);
  });

  it.each([
    ["2.1", "Reset", { type: "Immediate", evseId: 1 }],
    ["2.1", "TriggerMessage", { requestedMessage: "SignV2GCertificate" }],
    ["1.6", "ChangeConfiguration", { key: "AuthorizationKey", value: "00" }],
    [
      "2.1",
      "SetVariables",
      {
        setVariableData: [
          { component: { name: "SecurityCtrlr" }, variable: { name: "BasicAuthPassword" }, attributeValue: "secret" },
        ],
      },
    ],
    [
      "2.1",
      "SetVariables",
      {
        setVariableData: [
          { component: { name: "C" }, variable: { name: "V" }, attributeType: "Target", attributeValue: "1" },
        ],
      },
    ],
    ["2.1", "SetDERControl", {}],
  ] as const)("of %s %s %o does not exist, so none is waited for", (version, action, request) => {
    expect(effectOf(version, action).proof?.(request)).toBeUndefined();
  });

  it("of a write is what is read back", () => {
    const variable16 = { component: "", name: "HeartbeatInterval" };
    expect(effectOf("1.6", "ChangeConfiguration").proof?.({ key: "HeartbeatInterval", value: "600" })).toMatchObject({
      watch: { for: "variables", writes: [{ variable: variable16, value: "600" }] },
      probe: { type: "read-variables", variables: [variable16] },
    });
    const variable2 = { component: "OCPPCommCtrlr", name: "HeartbeatInterval" };
    const write = {
      component: { name: "OCPPCommCtrlr" },
      variable: { name: "HeartbeatInterval" },
      attributeValue: "600",
    };
    expect(effectOf("2.1", "SetVariables").proof?.({ setVariableData: [write] })).toMatchObject({
      watch: { for: "variables", writes: [{ variable: variable2, attribute: "actual", value: "600" }] },
      probe: { type: "read-variables", variables: [variable2] },
    });
  });
});
