import type { TriggerMessage } from "@chargehand/domain/command";
import type { Inbound } from "./dialect";

/** The adapter of a message from which nothing follows yet: it is kept as a frame and acknowledged. */
export function recorded(message?: TriggerMessage): Inbound<unknown, Record<string, never>, "recorded"> {
  return {
    report: "recorded",
    toReport: () => ({ type: "recorded", message }),
    toAnswer: () => ({}),
  };
}

/** Stands in a table for an action that the version knows and we do not offer. */
export const notOffered = "not offered";
