import { z } from "zod";
import { tariff } from "../../blocks/tariffs/tariff";
import type { Controls } from "../../charger/controls";
import type {
  ChargingState,
  StopReason,
  Token,
  Transaction,
  TransactionHappening,
  TransactionLimit,
  Trigger,
} from "../../charger/transaction";
import type { JsonObject } from "../../json";
import type { TransactionFact } from "../../ledger";
import type { Message } from "../../wire/outbox";
import type { Verdict } from "../dialect";
import { meterValue } from "./readings";

/** What was told about a transaction so far: some things are told once only. */
type Told = { sequence: number; evse: boolean; remoteStart: boolean; reservation: boolean };

/** Finds the words for whatever happens to transactions, numbered per transaction from 0. */
export function transactionEvents(controls: Controls): (happening: TransactionHappening) => Message[] {
  const told = new Map<number, Told>();

  return (happening) => {
    const { transaction, phase, at, reading } = happening;
    const known = told.get(transaction.number) ?? { sequence: 0, evse: false, remoteStart: false, reservation: false };
    told.set(transaction.number, known);
    const sequence = known.sequence++;
    const timestamp = new Date(at).toISOString();
    const wh = Math.floor(reading.wh);
    const fact: TransactionFact = { transaction: transaction.number, phase, sequence, at: timestamp, wh };

    const tellsEvse = !known.evse && happening.state !== "idle";
    known.evse ||= tellsEvse;
    const tellsRemoteStart = !known.remoteStart && transaction.remoteStartId !== undefined;
    known.remoteStart ||= tellsRemoteStart;
    const tellsReservation = !known.reservation && transaction.reservationId !== undefined;
    known.reservation ||= tellsReservation;
    if (phase === "ended") told.delete(transaction.number);

    const tariffId = controls.version === "2.1" ? controls.blocks.tariffOf(transaction)?.tariffId : undefined;
    const value = meterValueOf(controls, happening);
    const phases = reading.flow.phases.filter(({ watts }) => watts > 0).length;
    const payload = {
      eventType: eventTypes[phase],
      timestamp,
      triggerReason: triggers[happening.trigger],
      seqNo: sequence,
      transactionInfo: {
        transactionId: transaction.wireId ?? "",
        chargingState: states[happening.state],
        ...(phase === "ended" && { stoppedReason: reasons[happening.reason ?? "local"] }),
        ...(tariffId !== undefined && { tariffId }),
        ...(happening.trigger === "limit-set" && { transactionLimit: transaction.limit }),
        ...(tellsRemoteStart && { remoteStartId: transaction.remoteStartId }),
      },
      ...(tellsEvse && { evse: { id: transaction.evse, connectorId: transaction.connector } }),
      ...(phases > 0 && { numberOfPhasesUsed: phases }),
      ...(tellsReservation && { reservationId: transaction.reservationId }),
      ...(happening.token && { idToken: idToken(happening.token) }),
      ...(value && { meterValue: [value] }),
    };
    return [
      {
        action: "TransactionEvent",
        fact,
        build: (offline) => ({ ...payload, ...(offline && { offline: true }) }),
        onOutcome(outcome) {
          if (outcome.type !== "result") return;
          const { totalCost, transactionLimit } = answer.safeParse(outcome.payload).data ?? {};
          if (transactionLimit) setLimit(controls, transaction, transactionLimit);
          if (totalCost !== undefined) controls.blocks.costs.update(transaction.wireId ?? "", totalCost);
          const verdict = readVerdict(outcome.payload);
          if (verdict) controls.answered(transaction, { verdict });
        },
      },
    ];
  };
}

export function idToken({ value, kind }: Token): { idToken: string; type: string } {
  return { idToken: value, type: kind };
}

export function readVerdict(payload: JsonObject): Verdict | undefined {
  const { idTokenInfo: info, tariff: price } = verdictAnswer.safeParse(payload).data ?? {};
  return (
    info && {
      accepted: info.status === "Accepted",
      status: info.status,
      group: info.groupIdToken?.idToken,
      ...(price && { tariff: price }),
    }
  );
}

/** Keeps to a limit from now on, and says so. */
function setLimit({ charger }: Controls, transaction: Transaction, limit: TransactionLimit): void {
  const evse = charger.evse(transaction.evse);
  if (evse?.transaction !== transaction) return;
  transaction.limit = limit;
  charger.report(evse, "limit-set");
}

const answer = z.object({
  totalCost: z.number().optional(),
  transactionLimit: z.object({ maxEnergy: z.number().optional(), maxTime: z.number().optional() }).optional(),
});

const verdictAnswer = z.object({
  tariff: tariff.optional(),
  idTokenInfo: z.object({ status: z.string(), groupIdToken: z.object({ idToken: z.string() }).optional() }),
});

function meterValueOf({ settings }: Controls, { phase, trigger, at, reading }: TransactionHappening) {
  if (phase === "started") return meterValue(at, reading, settings.startedMeasurands, "Transaction.Begin");
  if (phase === "ended") return meterValue(at, reading, settings.endedMeasurands, "Transaction.End");
  if (phase === "updated") return undefined;
  if (trigger === "clock") return meterValue(at, reading, settings.alignedMeasurands, "Sample.Clock");
  return meterValue(at, reading, settings.sampledMeasurands, trigger === "trigger" ? "Trigger" : "Sample.Periodic");
}

const eventTypes = { started: "Started", updated: "Updated", sample: "Updated", ended: "Ended" } as const;

const states = {
  idle: "Idle",
  connected: "EVConnected",
  charging: "Charging",
  "paused-by-car": "SuspendedEV",
  "paused-by-station": "SuspendedEVSE",
} as const satisfies Record<ChargingState, string>;

const triggers = {
  "plugged-in": "CablePluggedIn",
  departed: "EVCommunicationLost",
  authorised: "Authorized",
  "remote-start": "RemoteStart",
  "stop-authorised": "StopAuthorized",
  "remote-stop": "RemoteStop",
  deauthorised: "Deauthorized",
  "connect-timeout": "EVConnectTimeout",
  "charging-state": "ChargingStateChanged",
  rate: "ChargingRateChanged",
  sample: "MeterValuePeriodic",
  clock: "MeterValueClock",
  trigger: "Trigger",
  tariff: "TariffChanged",
  "limit-set": "LimitSet",
  "energy-limit": "EnergyLimitReached",
  "time-limit": "TimeLimitReached",
  resumed: "TxResumed",
  unlock: "UnlockCommand",
  reset: "ResetCommand",
  abnormal: "AbnormalCondition",
} as const satisfies Record<Trigger, string>;

const reasons = {
  local: "Local",
  remote: "Remote",
  departed: "EVDisconnected",
  deauthorised: "DeAuthorized",
  unlock: "Other",
  "reset-now": "ImmediateReset",
  "reset-gently": "ImmediateReset",
  timeout: "Timeout",
  "ground-fault": "GroundFault",
  emergency: "EmergencyStop",
  "energy-limit": "EnergyLimitReached",
  "time-limit": "TimeLimitReached",
  other: "Other",
} as const satisfies Record<StopReason, string>;
