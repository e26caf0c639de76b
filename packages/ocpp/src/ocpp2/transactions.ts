import type { SessionReport } from "@chargehand/domain/report";
import type { Limit, StationLimit } from "@chargehand/domain/sessions/limit";
import type { Activity } from "@chargehand/domain/vocabulary";
import { byAnswer } from "../effects";
import type { Request } from "../messages";
import { toDate } from "../translate";
import type { Effects2, Inbound2 } from "./table";
import { toStationCost } from "./tariffs";
import { toIdTokenInfo, toPlace, toReadings, toToken } from "./translate";

// Blocks E and J: transactions and metering.

type Event = Request<"2.1", "TransactionEvent">;

const phases = {
  Started: "started",
  Updated: "updated",
  Ended: "ended",
} as const satisfies Record<Event["eventType"], SessionReport["phase"]>;

const activities = {
  Charging: "charging",
  EVConnected: "connected",
  SuspendedEV: "paused-by-car",
  SuspendedEVSE: "paused-by-station",
  Idle: "idle",
} as const satisfies Record<NonNullable<Event["transactionInfo"]["chargingState"]>, Activity>;

/** Why something is said, or why it ended, that means that a limit was reached; the words of both are one row. */
const limitsReached: ReadonlyMap<string, SessionReport["limitReached"]> = new Map([
  ["EnergyLimitReached", "energy"],
  ["TimeLimitReached", "time"],
  ["CostLimitReached", "cost"],
  ["LocalOutOfCredit", "cost"],
  ["SoCLimitReached", "battery"],
  ["SOCLimitReached", "battery"],
] as const);

type WireLimit = NonNullable<Event["transactionInfo"]["transactionLimit"]>;

/** What a station says that it keeps a session to (E16). */
const toStationLimit = ({ maxEnergy, maxTime, maxCost, maxSoC }: WireLimit): StationLimit => ({
  energyWh: maxEnergy,
  seconds: maxTime,
  cost: maxCost === undefined ? undefined : String(maxCost),
  stateOfCharge: maxSoC,
});

const toWireLimit = ({ energyWh, seconds, cost }: Limit): WireLimit => ({
  maxEnergy: energyWh,
  maxTime: seconds,
  maxCost: cost === undefined ? undefined : Number(cost),
});

/** The one message that carries a whole charging session. */
export const TransactionEvent: Inbound2<"TransactionEvent", "session"> = {
  report: "session",
  ofTransaction: true,
  toReport(request, context) {
    const { chargingState, remoteStartId, stoppedReason, tariffId, transactionId, transactionLimit } =
      request.transactionInfo;
    const phase = phases[request.eventType];
    return {
      type: "session",
      phase,
      session: transactionId,
      sequence: request.seqNo,
      at: toDate(request.timestamp, context),
      offline: request.offline ?? false,
      place: request.evse && toPlace(request.evse),
      token: request.idToken && toToken(request.idToken),
      activity: chargingState && activities[chargingState],
      readings: toReadings(request.meterValue ?? [], context),
      trigger: request.triggerReason,
      // At the end, absent means Local, by definition.
      stopReason: phase === "ended" ? (stoppedReason ?? "Local") : stoppedReason,
      remoteStartId,
      reservationId: request.reservationId,
      tariff: tariffId,
      tariffRefused: request.triggerReason === "TariffNotAccepted" || undefined,
      stationCost: request.costDetails && toStationCost(request.costDetails),
      limit: transactionLimit && toStationLimit(transactionLimit),
      limitReached: limitsReached.get(request.triggerReason) ?? limitsReached.get(stoppedReason ?? ""),
    };
  },
  // An answer about the token is due whenever the station sent one, even if it was accepted before.
  toAnswer: ({ authorization, cost, limit, message }, { now }) => ({
    ...(authorization && { idTokenInfo: toIdTokenInfo(authorization, now) }),
    // 0 says that it was free, so it is left out where nobody knows.
    ...(cost !== undefined && { totalCost: Number(cost) }),
    ...(limit && { transactionLimit: toWireLimit(limit) }),
    ...(message && {
      updatedPersonalMessage: { format: "UTF8", language: message.language, content: message.text },
    }),
  }),
};

/** Values outside a session: of an idle evse, or of the main meter (evse 0). */
export const MeterValues: Inbound2<"MeterValues", "meter-values"> = {
  report: "meter-values",
  toReport: ({ evseId, meterValue }, context) => ({
    type: "meter-values",
    place: { evse: evseId },
    readings: toReadings(meterValue, context),
  }),
  toAnswer: () => ({}),
};

export const transactions = {
  GetTransactionStatus: {
    toAnswer: (_request, { messagesInQueue }) => ({
      answer: "accepted",
      ...(messagesInQueue && { detail: "messages still wait at the station" }),
    }),
    toReports: ({ transactionId }, { ongoingIndicator, messagesInQueue }) => [
      { type: "transaction-status", session: transactionId, ongoing: ongoingIndicator, messagesInQueue },
    ],
    proof: byAnswer,
  },
} satisfies Partial<Effects2>;
