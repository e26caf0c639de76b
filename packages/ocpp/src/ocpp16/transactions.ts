import { toDate } from "../translate";
import type { Inbound16 } from "./table";
import { toIdTagInfo, toPlace, toReadings, toToken } from "./translate";

export const Authorize: Inbound16<"Authorize", "token-presented"> = {
  report: "token-presented",
  toReport: ({ idTag }) => ({ type: "token-presented", token: toToken(idTag) }),
  // 1.6 knows no master pass: a station that is told "accepted" would begin to charge.
  toAnswer: ({ authorization }) => ({
    idTagInfo: toIdTagInfo(authorization.stopsOnly ? { ...authorization, status: "stops-only" } : authorization),
  }),
};

/** In 1.6 we name the transaction, and the name must be an integer. */
export const StartTransaction: Inbound16<"StartTransaction", "session"> = {
  report: "session",
  ofTransaction: true,
  toReport: (request, context) => ({
    type: "session",
    phase: "started",
    at: toDate(request.timestamp, context),
    // 1.6 does not say whether a message waited in a queue; only the time tells.
    offline: false,
    place: toPlace(request.connectorId),
    token: toToken(request.idTag),
    readings: [],
    meterWh: request.meterStart,
    reservationId: request.reservationId,
  }),
  toAnswer: ({ session, authorization }) => ({
    transactionId: Number(session),
    idTagInfo: toIdTagInfo(authorization ?? { status: "unknown" }),
  }),
};

export const StopTransaction: Inbound16<"StopTransaction", "session"> = {
  report: "session",
  ofTransaction: true,
  toReport: (request, context) => ({
    type: "session",
    phase: "ended",
    // Also -1, from a station that never got our number: the domain finds what was meant.
    session: String(request.transactionId),
    at: toDate(request.timestamp, context),
    offline: false,
    token: request.idTag === undefined ? undefined : toToken(request.idTag),
    readings: toReadings(request.transactionData ?? [], context),
    meterWh: request.meterStop,
    // Absent means Local, by definition.
    stopReason: request.reason ?? "Local",
  }),
  // An answer about the token is due only when the station sent one.
  toAnswer: ({ authorization }) => (authorization ? { idTagInfo: toIdTagInfo(authorization) } : {}),
};

export const MeterValues: Inbound16<"MeterValues", "meter-values"> = {
  report: "meter-values",
  ofTransaction: true,
  toReport: (request, context) => ({
    type: "meter-values",
    place: toPlace(request.connectorId),
    session: request.transactionId === undefined ? undefined : String(request.transactionId),
    readings: toReadings(request.meterValue, context),
  }),
  toAnswer: () => ({}),
};
