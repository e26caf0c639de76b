import {
  type Command,
  type CommandType,
  commandTypes,
  type TriggerMessage,
  triggerMessages,
  Unsupported,
} from "@chargehand/domain/command";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { dialects } from "@chargehand/ocpp/dialects";
import { whyUnsayable } from "@chargehand/ocpp/unsayable";
import { chargingExamples } from "./examples-charging";
import { accessExamples } from "./schema-access";
import { displayExamples } from "./schema-display";
import { maintenanceExamples } from "./schema-maintenance";
import { networkExamples } from "./schema-network";
import { reservationExamples } from "./schema-reservations";

/** Whether a station's version has words for a command, and if not, the sentence that says so. */
export type Support =
  | { supported: true }
  /** `path`: where a call in the station's own words breaks its schema. */
  | { supported: false; reason: string; path?: string };

export interface Capabilities {
  commands: Record<CommandType, Support>;
  /** What the station can be asked to say. */
  triggers: Record<TriggerMessage, Support>;
  /** Whether one evse can be reset, or only the whole station. */
  resetOfOneEvse: Support;
  /** Whether it knows a reset that ends sessions in order first, beside a hard one. */
  softReset: Support;
  /** Whether it knows one after which sessions go on. */
  resumingReset: Support;
}

/** What stations of a version can be told; one whose version nobody knows yet can be told nothing. */
export function capabilitiesOf(version: OcppVersion | null): Capabilities {
  return {
    commands: table(commandTypes, (type) => supportOf(version, examples[type])),
    triggers: table(triggerMessages, (message) =>
      supportOf(version, { type: "trigger", message, evse: 1, connector: 1 }),
    ),
    resetOfOneEvse: supportOf(version, { type: "reset", when: "now", evse: 1 }),
    softReset: supportOf(version, { type: "reset", when: "soft" }),
    resumingReset: supportOf(version, { type: "reset", when: "resume" }),
  };
}

/** Builds the call and throws it away: what has no words in a version says so by itself. */
export function supportOf(version: OcppVersion | null, command: Command): Support {
  if (version === null)
    return { supported: false, reason: "The station has never connected, so its version is unknown." };
  try {
    const call = dialects[version].build(filledIn(command), { commandId: 1, uploadTo: "https://files.example/" });
    const complaint = command.type === "raw" ? whyUnsayable(version, call) : undefined;
    return complaint ? { supported: false, reason: complaint.why, path: complaint.path } : { supported: true };
  } catch (error) {
    if (error instanceof Unsupported) return { supported: false, reason: error.message };
    throw error;
  }
}

/** What the gateway makes of an image of the library when it tells a station, as far as a version may have no words for it. */
function filledIn(command: Command): Command {
  if (command.type === "update-firmware" && command.image !== undefined) {
    const { image: _, ...told } = command;
    return { ...told, location: "https://files.example/" };
  }
  if (command.type === "publish-firmware" && command.image !== undefined) {
    const { image: _, ...told } = command;
    return { ...told, location: "https://files.example/", checksum: "0".repeat(32) };
  }
  return command;
}

const examples = {
  start: { type: "start", evse: 1, token: { value: "EXAMPLE", kind: "central" } },
  stop: { type: "stop", session: "1" },
  reset: { type: "reset", when: "now" },
  unlock: { type: "unlock", evse: 1, connector: 1 },
  "set-availability": { type: "set-availability", operative: true },
  trigger: { type: "trigger", message: "heartbeat" },
  "read-variables": { type: "read-variables" },
  "write-variables": {
    type: "write-variables",
    writes: [{ variable: { component: "Component", name: "Name" }, value: "1" }],
  },
  "ask-transaction-status": { type: "ask-transaction-status" },
  ...accessExamples,
  ...chargingExamples,
  ...reservationExamples,
  ...displayExamples,
  ...maintenanceExamples,
  ...networkExamples,
  // The same in every version.
  raw: { type: "raw", ...dialects["2.1"].build({ type: "trigger", message: "heartbeat" }, { commandId: 1 }) },
} as const satisfies { [T in CommandType]: Extract<Command, { type: T }> };

const table = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> =>
  // Object.fromEntries forgets the names of its keys.
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
