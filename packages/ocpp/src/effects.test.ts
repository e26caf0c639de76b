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
  ["1.6", "GetDiagnostics", { fileName: "logs.zip" }, { answer: "accepted", detail: "logs.zip" }],
  ["1.6", "GetDiagnostics", {}, { answer: "accepted", detail: "no file", complete: true }],
  ["1.6", "UpdateFirmware", {}, { answer: "accepted" }],
  ["1.6", "GetLocalListVersion", { listVersion: 0 }, { answer: "accepted" }],
  ["1.6", "GetLocalListVersion", { listVersion: -1 }, { answer: "unsupported", detail: "no local list" }],
  ["1.6", "SendLocalList", { status: "Failed" }, { answer: "rejected", detail: "Failed" }],
  ["1.6", "SendLocalList", { status: "NotSupported" }, { answer: "unsupported", detail: "NotSupported" }],
  ["1.6", "SetChargingProfile", { status: "NotSupported" }, { answer: "unsupported", detail: "NotSupported" }],
  ["1.6", "ClearChargingProfile", { status: "Unknown" }, { answer: "rejected", detail: "Unknown" }],
  ["1.6", "ReserveNow", { status: "Occupied" }, { answer: "rejected", detail: "Occupied" }],
  ["1.6", "ReserveNow", { status: "Faulted" }, { answer: "rejected", detail: "Faulted" }],
  ["1.6", "ReserveNow", { status: "Unavailable" }, { answer: "rejected", detail: "Unavailable" }],
  ["1.6", "DataTransfer", { status: "UnknownVendorId" }, { answer: "unsupported", detail: "UnknownVendorId" }],
  ["1.6", "DataTransfer", { status: "UnknownMessageId" }, { answer: "unsupported", detail: "UnknownMessageId" }],
  ["1.6", "GetLog", { status: "AcceptedCanceled" }, { answer: "accepted", detail: "AcceptedCanceled" }],
  [
    "1.6",
    "SignedUpdateFirmware",
    { status: "RevokedCertificate" },
    { answer: "rejected", detail: "RevokedCertificate" },
  ],
  [
    "1.6",
    "GetInstalledCertificateIds",
    { status: "NotFound" },
    { answer: "accepted", detail: "NotFound", complete: true },
  ],
  ["1.6", "DeleteCertificate", { status: "NotFound" }, { answer: "rejected", detail: "NotFound" }],
  ["2.0.1", "DeleteCertificate", { status: "Failed" }, { answer: "rejected", detail: "Failed" }],
  ["2.0.1", "UpdateFirmware", { status: "AcceptedCanceled" }, { answer: "accepted", detail: "AcceptedCanceled" }],
  ["2.0.1", "UpdateFirmware", { status: "InvalidCertificate" }, { answer: "rejected", detail: "InvalidCertificate" }],
  ["2.0.1", "UnpublishFirmware", { status: "Unpublished" }, { answer: "accepted", detail: "Unpublished" }],
  ["2.0.1", "UnpublishFirmware", { status: "DownloadOngoing" }, { answer: "rejected", detail: "DownloadOngoing" }],
  ["2.0.1", "UnpublishFirmware", { status: "NoFirmware" }, { answer: "rejected", detail: "NoFirmware" }],
  ["2.0.1", "CustomerInformation", { status: "Invalid" }, { answer: "rejected", detail: "Invalid" }],
  ["2.0.1", "SetMonitoringBase", { status: "NotSupported" }, { answer: "unsupported", detail: "NotSupported" }],
  ["2.0.1", "SetNetworkProfile", { status: "Failed" }, { answer: "rejected", detail: "Failed" }],
  [
    "2.0.1",
    "GetChargingProfiles",
    { status: "NoProfiles" },
    { answer: "accepted", detail: "NoProfiles", complete: true },
  ],
  ["2.0.1", "GetDisplayMessages", { status: "Unknown" }, { answer: "accepted", detail: "Unknown", complete: true }],
  ["2.0.1", "ClearDisplayMessage", { status: "Unknown" }, { answer: "rejected", detail: "Unknown" }],
  [
    "2.0.1",
    "SetDisplayMessage",
    { status: "NotSupportedPriority" },
    { answer: "unsupported", detail: "NotSupportedPriority" },
  ],
  ["2.1", "GetTariffs", { status: "NoTariff" }, { answer: "accepted", detail: "NoTariff", complete: true }],
  ["2.1", "GetDERControl", { status: "NotFound" }, { answer: "accepted", detail: "NotFound", complete: true }],
  ["2.1", "ClearDERControl", { status: "NotFound" }, { answer: "rejected", detail: "NotFound" }],
  ["2.1", "ChangeTransactionTariff", { status: "TxNotFound" }, { answer: "rejected", detail: "TxNotFound" }],
  ["2.1", "UsePriorityCharging", { status: "NoProfile" }, { answer: "rejected", detail: "NoProfile" }],
  ["2.1", "CostUpdated", {}, { answer: "accepted" }],
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
  [
    "2.1",
    "GetBaseReport",
    { status: "EmptyResultSet" },
    { answer: "accepted", detail: "EmptyResultSet", complete: true },
  ],
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

describe("one answer to many monitors or tariffs", () => {
  const place = { component: { name: "Connector" }, variable: { name: "Current" }, type: "Delta", severity: 5 };

  it.each([
    [
      "SetVariableMonitoring",
      {
        setMonitoringResult: [
          { ...place, id: 4, status: "Accepted" },
          { ...place, status: "UnsupportedMonitorType" },
        ],
      },
      { answer: "rejected", detail: "Connector.Current: UnsupportedMonitorType" },
    ],
    [
      "SetVariableMonitoring",
      { setMonitoringResult: [{ ...place, status: "Duplicate" }] },
      { answer: "rejected", detail: "Connector.Current: Duplicate" },
    ],
    [
      "ClearVariableMonitoring",
      {
        clearMonitoringResult: [
          { id: 4, status: "Accepted" },
          { id: 5, status: "NotFound" },
        ],
      },
      { answer: "rejected", detail: "monitor 5: NotFound" },
    ],
    [
      "ClearTariffs",
      {
        clearTariffsResult: [
          { tariffId: "T1", status: "Rejected", statusInfo: { reasonCode: "TxInProgress" } },
          { status: "NoTariff" },
        ],
      },
      { answer: "rejected", detail: "T1: TxInProgress; any tariff: NoTariff" },
    ],
    ["ClearTariffs", { clearTariffsResult: [{ tariffId: "T1", status: "Accepted" }] }, { answer: "accepted" }],
  ] as const)("%s is the worst of them: %o", (action, response, answer) => {
    expect(effectOf("2.1", action).toAnswer({}, response)).toEqual(answer);
  });
});

it.each([
  ["1.6", { listVersion: 7 }],
  ["2.0.1", { versionNumber: 7 }],
] as const)("the version of the local list is reported with the answer in %s", (version, response) => {
  expect(effectOf(version, "GetLocalListVersion").toReports?.({}, response)).toEqual([
    { type: "local-list", version: 7 },
  ]);
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
    ["2.0.1", "Reset", { type: "OnIdle", evseId: 2 }, { for: "restarted", evse: 2 }],
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
    [
      "2.1",
      "GetBaseReport",
      { requestId: 21, reportBase: "FullInventory" },
      { for: "report", requestId: 21, whole: true },
    ],
    [
      "1.6",
      "ExtendedTriggerMessage",
      { requestedMessage: "LogStatusNotification" },
      { for: "message", message: "log-status" },
    ],
    [
      "1.6",
      "ExtendedTriggerMessage",
      { requestedMessage: "SignChargePointCertificate" },
      { for: "message", message: "certificate-request" },
    ],
    [
      "2.1",
      "TriggerMessage",
      { requestedMessage: "SignV2GCertificate" },
      { for: "message", message: "vehicle-certificate-request" },
    ],
    ["2.0.1", "GetMonitoringReport", { requestId: 5 }, { for: "report", of: "monitors", requestId: 5, whole: true }],
    [
      "2.0.1",
      "GetChargingProfiles",
      { requestId: 5, chargingProfile: {} },
      { for: "report", of: "charging-profiles", requestId: 5, whole: true },
    ],
    [
      "2.0.1",
      "GetChargingProfiles",
      { requestId: 5, evseId: 1, chargingProfile: {} },
      { for: "report", of: "charging-profiles", requestId: 5, whole: false },
    ],
    [
      "2.0.1",
      "GetDisplayMessages",
      { requestId: 5 },
      { for: "report", of: "display-messages", requestId: 5, whole: true },
    ],
    [
      "2.0.1",
      "CustomerInformation",
      { requestId: 5, report: true, clear: false },
      { for: "report", of: "customer-information", requestId: 5 },
    ],
    ["2.1", "GetDERControl", { requestId: 5 }, { for: "report", of: "grid-controls", requestId: 5, whole: true }],
    ["2.1", "SetDERControl", { controlId: "c1" }, { for: "named", kind: "grid-control", key: "c1" }],
    ["1.6", "GetDiagnostics", { location: "ftp://host/" }, { for: "progress", of: "log" }],
    ["1.6", "GetLog", { requestId: 5 }, { for: "progress", of: "log", requestId: 5 }],
    ["2.0.1", "GetLog", { requestId: 5 }, { for: "progress", of: "log", requestId: 5 }],
    ["1.6", "UpdateFirmware", { location: "ftp://host/" }, { for: "progress", of: "firmware" }],
    ["1.6", "SignedUpdateFirmware", { requestId: 5, firmware: {} }, { for: "progress", of: "firmware", requestId: 5 }],
    ["2.0.1", "UpdateFirmware", { requestId: 5, firmware: {} }, { for: "progress", of: "firmware", requestId: 5 }],
    ["2.0.1", "PublishFirmware", { requestId: 5 }, { for: "progress", of: "publication", requestId: 5 }],
    ["2.1", "RequestBatterySwap", { requestId: 5 }, { for: "progress", of: "battery-swap", requestId: 5 }],
    ["1.6", "ReserveNow", { connectorId: 2 }, { for: "reserved", place: { evse: 2, connector: 1 } }],
    ["2.0.1", "ReserveNow", { evseId: 2 }, { for: "reserved", place: { evse: 2 } }],
    ["1.6", "SendLocalList", { listVersion: 7 }, { for: "local-list", version: 7 }],
    ["2.0.1", "SendLocalList", { versionNumber: 7 }, { for: "local-list", version: 7 }],
    ["1.6", "GetCompositeSchedule", { connectorId: 1, duration: 60 }, { for: "answer" }],
    ["2.1", "GetTariffs", { evseId: 0 }, { for: "answer" }],
  ] as const)("of %s %s %o is %o", (version, action, request, watch) => {
    expect(effectOf(version, action).proof?.(request)?.watch).toEqual(watch);
  });

  it.each([
    ["2.1", "TriggerMessage", { requestedMessage: "CustomTrigger", customTrigger: "wash" }],
    ["1.6", "ReserveNow", { connectorId: 0 }],
    ["2.0.1", "ReserveNow", {}],
    ["2.0.1", "CustomerInformation", { requestId: 5, report: false, clear: true }],
    ["1.6", "ClearCache", {}],
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
  ] as const)("of %s %s %o does not exist, so none is waited for", (version, action, request) => {
    expect(effectOf(version, action).proof?.(request)).toBeUndefined();
  });

  it.each([
    ["1.6", "UpdateFirmware", { retrieveDate: "2026-05-01T22:00:00Z" }],
    ["1.6", "SignedUpdateFirmware", { firmware: { retrieveDateTime: "2026-05-01T22:00:00Z" } }],
    [
      "2.1",
      "UpdateFirmware",
      { firmware: { retrieveDateTime: "2026-05-01T12:00:00Z", installDateTime: "2026-05-01T22:00:00Z" } },
    ],
  ] as const)("of %s %s %o is waited for from when the station may begin", (version, action, request) => {
    expect(effectOf(version, action).proof?.(request)?.from).toBe("2026-05-01T22:00:00Z");
  });

  it("of a list that was sent is its version, which is asked for", () => {
    for (const [version, request] of [
      ["1.6", { listVersion: 7 }],
      ["2.1", { versionNumber: 7 }],
    ] as const) {
      expect(effectOf(version, "SendLocalList").proof?.(request)?.probe).toEqual({ type: "read-local-list" });
    }
  });

  it("of a list that was emptied may be that there is none any more", () => {
    for (const [version, request] of [
      ["1.6", { listVersion: 7, updateType: "Full", localAuthorizationList: [] }],
      ["2.1", { versionNumber: 7, updateType: "Full" }],
    ] as const) {
      expect(effectOf(version, "SendLocalList").proof?.(request)?.watch).toMatchObject({ version: 7, empty: true });
    }
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
