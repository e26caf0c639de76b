import type { SentBy } from "@chargehand/ocpp/actions";
import type { Request } from "@chargehand/ocpp/messages";

/** What of a station goes into its examples. */
export interface StationFacts {
  now: Date;
  /** Our next command's number: for request ids and the like. */
  number: number;
  evse: number;
  connector: number;
  /** The session that runs, as the station names it. */
  session?: string;
  token: { value: string; kind: string };
}

type Examples<V extends "1.6" | "2.0.1"> = {
  [A in SentBy<"csms", V>]?: (facts: StationFacts) => Request<V, A>;
};

/** Calls of 1.6 of which more than the least is worth showing. Nothing here interrupts a driver by itself. */
export const examples16: Examples<"1.6"> = {
  ChangeAvailability: ({ connector }) => ({ connectorId: connector, type: "Operative" }),
  ChangeConfiguration: () => ({ key: "HeartbeatInterval", value: "300" }),
  DataTransfer: () => ({ vendorId: "org.example", messageId: "hello", data: "Anybody there?" }),
  ExtendedTriggerMessage: ({ connector }) => ({ requestedMessage: "StatusNotification", connectorId: connector }),
  GetCompositeSchedule: ({ connector }) => ({ connectorId: connector, duration: 3_600, chargingRateUnit: "A" }),
  GetConfiguration: () => ({ key: ["HeartbeatInterval", "MeterValueSampleInterval"] }),
  GetLog: ({ number, now }) => ({
    logType: "DiagnosticsLog",
    requestId: number,
    log: {
      remoteLocation: "https://files.example.org/logs/",
      oldestTimestamp: after(now, -60),
      latestTimestamp: after(now, 0),
    },
  }),
  RemoteStartTransaction: ({ connector, token }) => ({ connectorId: connector, idTag: token.value.slice(0, 20) }),
  ReserveNow: ({ connector, token, number, now }) => ({
    connectorId: connector,
    expiryDate: after(now, 60),
    idTag: token.value.slice(0, 20),
    reservationId: number,
  }),
  Reset: () => ({ type: "Soft" }),
  SendLocalList: ({ number, token }) => ({
    listVersion: number,
    updateType: "Full",
    localAuthorizationList: [{ idTag: token.value.slice(0, 20), idTagInfo: { status: "Accepted" } }],
  }),
  SetChargingProfile: ({ connector, number, now }) => ({
    connectorId: connector,
    csChargingProfiles: {
      chargingProfileId: number,
      stackLevel: 0,
      chargingProfilePurpose: "TxDefaultProfile",
      chargingProfileKind: "Absolute",
      validTo: after(now, 24 * 60),
      chargingSchedule: {
        duration: 86_400,
        startSchedule: after(now, 1),
        chargingRateUnit: "A",
        chargingSchedulePeriod: [
          { startPeriod: 0, limit: 16 },
          { startPeriod: 3_600, limit: 10 },
        ],
      },
    },
  }),
  TriggerMessage: ({ connector }) => ({ requestedMessage: "StatusNotification", connectorId: connector }),
};

/** Likewise for 2.x: what is valid in 2.0.1 is valid in 2.1. */
export const examples2: Examples<"2.0.1"> = {
  ChangeAvailability: ({ evse }) => ({ operationalStatus: "Operative", evse: { id: evse } }),
  CustomerInformation: ({ number, token }) => ({
    requestId: number,
    report: true,
    clear: false,
    idToken: tokenOf(token),
  }),
  DataTransfer: () => ({ vendorId: "org.example", messageId: "hello", data: { text: "Anybody there?" } }),
  GetBaseReport: ({ number }) => ({ requestId: number, reportBase: "SummaryInventory" }),
  GetChargingProfiles: ({ number, evse }) => ({
    requestId: number,
    evseId: evse,
    chargingProfile: { chargingProfilePurpose: "TxDefaultProfile" },
  }),
  GetCompositeSchedule: ({ evse }) => ({ evseId: evse, duration: 3_600, chargingRateUnit: "W" }),
  GetLog: ({ number, now }) => ({
    logType: "DiagnosticsLog",
    requestId: number,
    log: {
      remoteLocation: "https://files.example.org/logs/",
      oldestTimestamp: after(now, -60),
      latestTimestamp: after(now, 0),
    },
  }),
  GetReport: ({ number }) => ({
    requestId: number,
    componentVariable: [{ component: { name: "OCPPCommCtrlr" } }],
  }),
  GetVariables: () => ({
    getVariableData: [{ component: { name: "OCPPCommCtrlr" }, variable: { name: "HeartbeatInterval" } }],
  }),
  RequestStartTransaction: ({ number, evse, token }) => ({
    idToken: tokenOf(token),
    remoteStartId: number,
    evseId: evse,
  }),
  ReserveNow: ({ number, evse, token, now }) => ({
    id: number,
    expiryDateTime: after(now, 60),
    idToken: tokenOf(token),
    evseId: evse,
  }),
  Reset: () => ({ type: "OnIdle" }),
  SendLocalList: ({ number, token }) => ({
    versionNumber: number,
    updateType: "Full",
    localAuthorizationList: [{ idToken: tokenOf(token), idTokenInfo: { status: "Accepted" } }],
  }),
  SetChargingProfile: ({ number, evse, now }) => ({
    evseId: evse,
    chargingProfile: {
      id: number,
      stackLevel: 0,
      chargingProfilePurpose: "TxDefaultProfile",
      chargingProfileKind: "Absolute",
      validTo: after(now, 24 * 60),
      chargingSchedule: [
        {
          id: 1,
          startSchedule: after(now, 1),
          duration: 86_400,
          chargingRateUnit: "W",
          chargingSchedulePeriod: [
            { startPeriod: 0, limit: 11_000 },
            { startPeriod: 3_600, limit: 7_400 },
          ],
        },
      ],
    },
  }),
  SetDisplayMessage: ({ number, now }) => ({
    message: {
      id: number,
      priority: "NormalCycle",
      endDateTime: after(now, 60),
      message: { format: "UTF8", language: "en", content: "Welcome" },
    },
  }),
  SetVariableMonitoring: () => ({
    setMonitoringData: [
      {
        value: 10,
        type: "Delta",
        severity: 8,
        component: { name: "OCPPCommCtrlr" },
        variable: { name: "HeartbeatInterval" },
      },
    ],
  }),
  SetVariables: () => ({
    setVariableData: [
      { attributeValue: "300", component: { name: "OCPPCommCtrlr" }, variable: { name: "HeartbeatInterval" } },
    ],
  }),
  TriggerMessage: ({ evse, connector }) => ({
    requestedMessage: "StatusNotification",
    evse: { id: evse, connectorId: connector },
  }),
};

const after = (now: Date, minutes: number) =>
  `${new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19)}Z`;

/** As 2.x spells the kinds of tokens. */
const tokenOf = ({ value, kind }: StationFacts["token"]): { idToken: string; type: TokenType } => ({
  idToken: value.slice(0, 36),
  type: types[kind] ?? "Central",
});

type TokenType = Request<"2.0.1", "Authorize">["idToken"]["type"];

const types: Readonly<Record<string, TokenType | undefined>> = {
  iso14443: "ISO14443",
  iso15693: "ISO15693",
  keycode: "KeyCode",
  emaid: "eMAID",
  local: "Local",
};
