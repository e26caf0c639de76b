import { type TriggerMessage, Unsupported } from "@chargehand/domain/command";
import type { VariableRef } from "@chargehand/domain/variable";
import { type Speech, wordless } from "../dialect";
import type { Request } from "../messages";
import { onlyIn21 } from "../only-in-21";
import { displaySpeech, tariffSpeech } from "./cost";
import { accessSpeech } from "./local-list";
import { maintenanceSpeech } from "./maintenance";
import { reservationSpeech } from "./reservations";
import { chargingSpeech } from "./smart-charging";
import { call } from "./table";
import { longestIdTag } from "./translate";
import { vendorSpeech } from "./vendors";

type Trigger = Request<"1.6", "TriggerMessage">["requestedMessage"];

/** What a station can be asked to say, in the words of 1.6; of a session it says nothing by itself. */
export const triggers = {
  boot: "BootNotification",
  heartbeat: "Heartbeat",
  status: "StatusNotification",
  "meter-values": "MeterValues",
  session: undefined,
  "firmware-status": "FirmwareStatusNotification",
  "log-status": "DiagnosticsStatusNotification",
} as const satisfies Record<TriggerMessage, Trigger | undefined>;

/** How each command is said in 1.6. */
export const speech16: Speech = {
  start({ evse, token }) {
    if (token.value.length > longestIdTag) throw new Unsupported("OCPP 1.6 takes tokens of at most 20 characters");
    return call("RemoteStartTransaction", { connectorId: evse, idTag: token.value });
  },

  stop({ session }) {
    if (!/^-?\d{1,10}$/.test(session)) throw new Unsupported("OCPP 1.6 knows its transactions by a whole number only");
    return call("RemoteStopTransaction", { transactionId: Number(session) });
  },

  reset({ when, evse }) {
    if (evse !== undefined) throw new Unsupported("OCPP 1.6 resets the whole station, never one EVSE");
    if (when === "resume") throw new Unsupported("OCPP 1.6 has no sessions that go on after a reset; 2.1 has");
    // It knows no waiting: until nobody charges any more, the gateway keeps it back.
    return call("Reset", { type: when === "now" ? "Hard" : "Soft" });
  },

  unlock: ({ evse }) => call("UnlockConnector", { connectorId: evse }),

  "set-availability": ({ operative, evse = 0 }) =>
    call("ChangeAvailability", { connectorId: evse, type: operative ? "Operative" : "Inoperative" }),

  trigger({ message, evse }) {
    const requestedMessage = triggers[message];
    if (!requestedMessage) throw new Unsupported("OCPP 1.6 has no message that tells of a whole session");
    return call("TriggerMessage", { requestedMessage, connectorId: evse });
  },

  // Without keys the station tells all it has.
  "read-variables": ({ variables }) => call("GetConfiguration", { key: variables?.map(keyOf) }),

  "write-variables"({ writes }) {
    const [write, second] = writes;
    if (!write || second) throw new Unsupported("OCPP 1.6 writes one configuration key at a time");
    if (write.attribute && write.attribute !== "actual") {
      throw new Unsupported("OCPP 1.6 has no target values: a configuration key has one value");
    }
    return call("ChangeConfiguration", { key: keyOf(write.variable), value: write.value });
  },

  ...accessSpeech,
  ...chargingSpeech,
  ...reservationSpeech,
  ...displaySpeech,
  ...tariffSpeech,
  ...vendorSpeech,
  ...maintenanceSpeech,
  ...onlyIn21("1.6"),

  raw: ({ action, payload }) => ({ action, payload }),

  "set-network-profile": wordless(
    "OCPP 1.6 has no slots for ways to a network: there the address is set at the station, or by a key of its vendor's",
  ),

  "ask-transaction-status": wordless("OCPP 1.6 cannot be asked about a transaction"),
};

function keyOf({ component, name }: VariableRef): string {
  if (component) throw new Unsupported("OCPP 1.6 has configuration keys, not components");
  return name;
}
