import { senderOf } from "@chargehand/ocpp/actions";
import { validateRequest } from "@chargehand/ocpp/validate";
import type { Controls } from "../charger/controls";
import type { JsonObject } from "../json";
import { concerns } from "../wire/faults";
import type { Answer } from "./command";
import type { Dialect } from "./dialect";

export type Asked = { action: string; payload: JsonObject; controls: Controls; dialect: Dialect };

/** Answers what the CSMS calls, faults that were ordered included. An action of another version does not exist here. */
export function answerTo({ action, payload, controls, dialect }: Asked): Answer {
  const { error, reject, unsupported } = controls.faults;
  if (concerns(error, action)) return ordered;
  const sender = senderOf(controls.version, action);
  const command = sender === "csms" || sender === "both" ? dialect.commands[action] : undefined;
  if (!command) return { error: "NotImplemented", description: `${action} is nothing to ask of this station` };
  if (concerns(unsupported, action)) return { error: "NotSupported", description: `${action} is not offered here` };
  if (concerns(reject, action)) return command.refusal ? { result: command.refusal } : ordered;
  // What the schema of the own version forbids goes no further, so that no answer repeats it.
  const verdict = validateRequest(controls.version, action, payload);
  if (!verdict.ok)
    return { error: dialect.malformed, description: `${verdict.path}: ${verdict.message}`.slice(0, 255) };
  return command.answer(payload, controls);
}

const ordered: Answer = { error: "InternalError", description: "a fault that was ordered" };
