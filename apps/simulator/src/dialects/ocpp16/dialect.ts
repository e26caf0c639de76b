import type { Request } from "@chargehand/ocpp/messages";
import { z } from "zod";
import type { Controls } from "../../charger/controls";
import type { Condition, Connector, Evse } from "../../charger/evse";
import type { StopReason, TransactionHappening } from "../../charger/transaction";
import type { JsonObject } from "../../json";
import type { TransactionFact } from "../../ledger";
import type { Message } from "../../wire/outbox";
import type { BootAnswer, Dialect, Verdict } from "../dialect";
import { commands16 } from "./commands";
import { meterValue, readingMessage, wireId } from "./readings";
import { sayings16 } from "./sayings";

/** A station that speaks 1.6, with the security extension. EVSE and connector are the same thing here. */
export function dialect16(controls: Controls): Dialect {
  const { about, charger } = controls;
  const now = (): string => new Date(controls.now()).toISOString();

  return {
    subprotocol: "ocpp1.6",
    malformed: "FormationViolation",
    commands: commands16,
    sayings: sayings16,

    boot: () => ({
      action: "BootNotification",
      build: () =>
        ({
          chargePointVendor: about.vendor,
          chargePointModel: about.model,
          chargePointSerialNumber: about.serial,
          firmwareVersion: about.firmware,
        }) satisfies Request<"1.6", "BootNotification">,
    }),
    readBoot,
    heartbeat: () => ({ action: "Heartbeat", build: () => ({}) }),

    statusWord: (_evse, connector) => `${statuses[connector.condition]} ${connector.fault ?? ""}`,
    connectorStatus: (evse, connector) => [connectorStatus(evse, connector, now())],
    stationStatus: () => [
      {
        action: "StatusNotification",
        build: () =>
          ({
            connectorId: 0,
            errorCode: "NoError",
            status: charger.operative ? "Available" : "Unavailable",
            timestamp: now(),
          }) satisfies Request<"1.6", "StatusNotification">,
      },
    ],

    authorize: (token) => ({
      action: "Authorize",
      build: () => ({ idTag: token.value }) satisfies Request<"1.6", "Authorize">,
    }),
    readVerdict,

    transaction: (happening) => transactionMessages(controls, happening),
    alignedReading(evse) {
      const at = controls.now();
      const reading = charger.reading(evse);
      return [
        readingMessage(controls, evse, at, () =>
          meterValue(at, reading, controls.settings.alignedMeasurands, "Sample.Clock"),
        ),
      ];
    },
    securityEvent: (type) => [
      {
        action: "SecurityEventNotification",
        build: () => ({ type, timestamp: now() }) satisfies Request<"1.6", "SecurityEventNotification">,
      },
    ],
  };
}

/** Starts, samples and stops. 1.6 has no word for what happens in between. */
function transactionMessages(controls: Controls, happening: TransactionHappening): Message[] {
  const { transaction, phase, reading, at } = happening;
  const timestamp = new Date(at).toISOString();
  const fact: TransactionFact = { transaction: transaction.number, phase, at: timestamp, wh: Math.floor(reading.wh) };
  const { endedMeasurands, sampledMeasurands } = controls.settings;

  if (phase === "started") {
    return [
      {
        action: "StartTransaction",
        fact,
        build: () =>
          ({
            connectorId: transaction.evse,
            idTag: transaction.token?.value ?? "",
            meterStart: fact.wh,
            timestamp,
            ...(transaction.reservationId !== undefined && { reservationId: transaction.reservationId }),
          }) satisfies Request<"1.6", "StartTransaction">,
        onOutcome(outcome) {
          if (outcome.type !== "result") return;
          const id = startAnswer.safeParse(outcome.payload).data?.transactionId;
          const verdict = readVerdict(outcome.payload);
          controls.answered(transaction, { wireId: id === undefined ? undefined : String(id), verdict });
        },
      },
    ];
  }
  if (phase === "sample") {
    const context = happening.trigger === "trigger" ? "Trigger" : "Sample.Periodic";
    const value = meterValue(at, reading, sampledMeasurands, context);
    return [
      {
        action: "MeterValues",
        fact,
        build: () =>
          ({
            connectorId: transaction.evse,
            transactionId: wireId(transaction.wireId),
            meterValue: [value],
          }) satisfies JsonObject,
      },
    ];
  }
  if (phase === "updated") return [];

  const value = meterValue(at, reading, endedMeasurands, "Transaction.End");
  return [
    {
      action: "StopTransaction",
      fact,
      build: () =>
        ({
          transactionId: wireId(transaction.wireId),
          meterStop: fact.wh,
          timestamp,
          reason: reasons[happening.reason ?? "local"],
          ...(happening.token && { idTag: happening.token.value }),
          ...(endedMeasurands.length > 0 && { transactionData: [value] }),
        }) satisfies JsonObject,
    },
  ];
}

function connectorStatus(evse: Evse, connector: Connector, timestamp: string): Message {
  const errorCode = errorCodes.find((code) => code === connector.fault);
  const status = statuses[connector.condition];
  const info = connector.fault !== undefined && errorCode === undefined ? connector.fault.slice(0, 50) : undefined;
  return {
    action: "StatusNotification",
    build: () =>
      ({
        connectorId: evse.id,
        errorCode: errorCode ?? (info === undefined ? "NoError" : "OtherError"),
        status,
        timestamp,
        ...(info !== undefined && { info }),
      }) satisfies Request<"1.6", "StatusNotification">,
  };
}

function readBoot(payload: JsonObject): BootAnswer | undefined {
  const { data } = bootAnswer.safeParse(payload);
  return data && { status: data.status, intervalMs: data.interval * 1000 };
}

function readVerdict(payload: JsonObject): Verdict | undefined {
  const info = verdictAnswer.safeParse(payload).data?.idTagInfo;
  return info && { accepted: info.status === "Accepted", status: info.status, group: info.parentIdTag };
}

const bootAnswer = z.object({ status: z.enum(["Accepted", "Pending", "Rejected"]), interval: z.number() });
const startAnswer = z.object({ transactionId: z.int() });
const verdictAnswer = z.object({ idTagInfo: z.object({ status: z.string(), parentIdTag: z.string().optional() }) });

const statuses = {
  available: "Available",
  preparing: "Preparing",
  charging: "Charging",
  "paused-by-car": "SuspendedEV",
  "paused-by-station": "SuspendedEVSE",
  finishing: "Finishing",
  reserved: "Reserved",
  unavailable: "Unavailable",
  faulted: "Faulted",
} as const satisfies Record<Condition, string>;

const reasons = {
  local: "Local",
  remote: "Remote",
  departed: "EVDisconnected",
  deauthorised: "DeAuthorized",
  unlock: "UnlockCommand",
  "reset-now": "HardReset",
  "reset-gently": "SoftReset",
  timeout: "Other",
  "ground-fault": "Other",
  emergency: "EmergencyStop",
  "energy-limit": "Other",
  "time-limit": "Other",
  other: "Other",
} as const satisfies Record<StopReason, string>;

const errorCodes = [
  "ConnectorLockFailure",
  "EVCommunicationError",
  "GroundFailure",
  "HighTemperature",
  "InternalError",
  "OtherError",
  "OverCurrentFailure",
  "OverVoltage",
  "PowerMeterFailure",
  "PowerSwitchFailure",
  "ReaderFailure",
  "ResetFailure",
  "UnderVoltage",
  "WeakSignal",
] as const;
