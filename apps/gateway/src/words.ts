import type { QueuedCommand } from "@chargehand/db/command-queue";
import { Unsupported } from "@chargehand/domain/command";
import type { WireCall } from "@chargehand/ocpp/dialect";
import { dialects } from "@chargehand/ocpp/dialects";
import { type Unsayable, whyUnsayable } from "@chargehand/ocpp/unsayable";
import type { Version } from "@chargehand/ocpp/version";

/** Puts a command into the station's own words, and checks them. */
export function toWords(
  { id, command }: Pick<QueuedCommand, "id" | "command">,
  version: Version,
  uploadTo?: string,
): WireCall | Unsayable {
  try {
    const call = dialects[version].build(command, { commandId: id, uploadTo });
    return whyUnsayable(version, call) ?? call;
  } catch (error) {
    if (error instanceof Unsupported) return { why: error.message, unsupported: true };
    throw error;
  }
}

export const isUnsayable = (words: WireCall | Unsayable): words is Unsayable => "why" in words;
