import { type CommandOf, type TriggerMessage, Unsupported } from "@chargehand/domain/command";
import type { Speech, WireCall } from "../dialect";
import type { Request } from "../messages";
import { onlyIn21 } from "../only-in-21";
import { accessSpeech } from "./authorization";
import { batterySpeech } from "./battery-swap";
import { displaySpeech } from "./display";
import { gridSpeech } from "./grid-controls";
import { maintenanceSpeech } from "./maintenance";
import { networkSpeech } from "./network";
import { paymentSpeech } from "./payments";
import { reservationSpeech } from "./reservations";
import { chargingSpeech } from "./smart-charging";
import { call } from "./table";
import { tariffSpeech } from "./tariffs";
import { toEvse, toIdToken } from "./translate";
import { fromVariable, toAttributeType } from "./variables";
import { vendorSpeech } from "./vendors";

type Trigger = Request<"2.1", "TriggerMessage">["requestedMessage"];

/** What a station can be asked to say, in the words of 2.x. */
export const triggers = {
  boot: "BootNotification",
  heartbeat: "Heartbeat",
  status: "StatusNotification",
  "meter-values": "MeterValues",
  session: "TransactionEvent",
  "firmware-status": "FirmwareStatusNotification",
  "log-status": "LogStatusNotification",
} as const satisfies Record<TriggerMessage, Trigger>;

const resets = { now: "Immediate", idle: "OnIdle", resume: "ImmediateAndResume" } as const;

function sayReset({ when, evse }: CommandOf<"reset">): WireCall {
  if (when === "soft") throw new Unsupported("OCPP 2.x knows no soft reset: every reset ends sessions in order");
  return call("Reset", { type: resets[when], evseId: evse });
}

/** How each command is said in 2.1. */
export const speech21: Speech = {
  start: ({ evse, token }, { commandId }) =>
    call("RequestStartTransaction", { evseId: evse, remoteStartId: commandId, idToken: toIdToken(token) }),

  stop: ({ session }) => call("RequestStopTransaction", { transactionId: session }),

  reset: sayReset,

  unlock: ({ evse, connector }) => call("UnlockConnector", { evseId: evse, connectorId: connector }),

  "set-availability"({ operative, evse, connector }) {
    return call("ChangeAvailability", {
      operationalStatus: operative ? "Operative" : "Inoperative",
      evse: evse === undefined || evse === 0 ? undefined : toEvse(evse, connector),
    });
  },

  trigger({ message, evse, connector }) {
    if (message === "status" && (evse === undefined || connector === undefined)) {
      throw new Unsupported("OCPP 2.x tells the status of one connector at a time: say which");
    }
    return call("TriggerMessage", {
      requestedMessage: triggers[message],
      evse: evse === undefined ? undefined : toEvse(evse, connector),
    });
  },

  // Without names the station tells all it has, in parts that follow later.
  "read-variables"({ variables }, { commandId }) {
    if (!variables) return call("GetBaseReport", { requestId: commandId, reportBase: "FullInventory" });
    const [first, ...others] = variables.map(fromVariable);
    if (!first) throw new Unsupported("no variable named: name one, or ask for all of them");
    return call("GetVariables", { getVariableData: [first, ...others] });
  },

  "write-variables"({ writes }) {
    if (writes.length === 0) throw new Unsupported("nothing to write");
    return call("SetVariables", {
      setVariableData: writes.map(({ variable, attribute, value }) => ({
        ...fromVariable(variable),
        attributeType: attribute && toAttributeType(attribute),
        attributeValue: value,
      })),
    });
  },

  ...accessSpeech,
  ...batterySpeech,
  ...chargingSpeech,
  ...gridSpeech,
  ...reservationSpeech,
  ...displaySpeech,
  ...tariffSpeech,
  ...paymentSpeech,
  ...vendorSpeech,
  ...maintenanceSpeech,
  ...networkSpeech,

  raw: ({ action, payload }) => ({ action, payload }),

  "ask-transaction-status": ({ session }) => call("GetTransactionStatus", { transactionId: session }),
};

/** How each is said in 2.0.1. */
export const speech201: Speech = {
  ...speech21,
  ...onlyIn21("2.0.1"),
  reset(command) {
    if (command.when === "resume")
      throw new Unsupported("OCPP 2.0.1 has no sessions that go on after a reset; 2.1 has");
    return sayReset(command);
  },
};
