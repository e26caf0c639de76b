import type { QueuedCommand } from "@chargehand/db/command-queue";
import { Unsupported } from "@chargehand/domain/command";
import { senderOf } from "@chargehand/ocpp/actions";
import type { WireCall } from "@chargehand/ocpp/dialect";
import { dialects } from "@chargehand/ocpp/dialects";
import { validateRequest } from "@chargehand/ocpp/validate";
import type { Version } from "@chargehand/ocpp/version";

/** A command that a station cannot be told, and why. */
export interface Unsayable {
  why: string;
  unsupported: boolean;
}

/** Puts a command into the station's own words, and checks them: what breaks the station's schema is never sent. */
export function toWords({ id, command, raw }: QueuedCommand, version: Version): WireCall | Unsayable {
  const call = command ? build(command, id, version) : raw;
  if (!call) return { why: "the command is empty", unsupported: false };
  if (isUnsayable(call)) return call;
  const sender = senderOf(version, call.action);
  if (sender === undefined || sender === "station") {
    return { why: `OCPP ${version} has no ${call.action} that a station could be sent`, unsupported: true };
  }
  const verdict = validateRequest(version, call.action, call.payload);
  return verdict.ok ? call : { why: `${call.action}: ${verdict.path} ${verdict.message}`, unsupported: false };
}

export const isUnsayable = (words: WireCall | Unsayable): words is Unsayable => "why" in words;

function build(command: NonNullable<QueuedCommand["command"]>, commandId: number, version: Version) {
  try {
    return dialects[version].build(command, { commandId });
  } catch (error) {
    if (error instanceof Unsupported) return { why: error.message, unsupported: true };
    throw error;
  }
}
