import type { MessageKind, ProgressReport } from "@chargehand/domain/report";
import type { Work } from "@chargehand/domain/vocabulary";
import type { AnswerContext, Inbound } from "./dialect";
import { said, toDate } from "./translate";

type Empty = Record<string, never>;

/** The adapter of a question that is answered with what is known here, which may be that it cannot be had. */
export function answered<Request, Response>(
  toAnswer: (request: Request, context: AnswerContext) => Response,
  message?: MessageKind,
): Inbound<Request, Response, "asked"> {
  return {
    report: "asked",
    toReport: () => ({ type: "asked", message }),
    toAnswer: (_outcome, context, request) => toAnswer(request, context),
  };
}

/** The adapter of what a station reports about its security. */
export const securityEvent: Inbound<{ type: string; timestamp: string; techInfo?: string }, Empty, "security-event"> = {
  report: "security-event",
  toReport: ({ type, timestamp, techInfo }, context) => ({
    type: "security-event",
    what: type,
    critical: criticalEvents.has(type),
    info: said(techInfo),
    at: toDate(timestamp, context),
  }),
  toAnswer: () => ({}),
};

// The lists of the security extension and of 2.x are one.
const criticalEvents: ReadonlySet<string> = new Set([
  "FirmwareUpdated",
  "SettingSystemTime",
  "StartupOfTheDevice",
  "ResetOrReboot",
  "SecurityLogWasCleared",
  "MemoryExhaustion",
  "TamperDetectionActivated",
]);

/** The adapter of a message that tells how far something is: `states` says what each of its words means. */
export function progressOf<Word extends string>(
  of: Work,
  states: Readonly<Record<Word, ProgressReport["state"]>>,
): Inbound<{ status: Word; requestId?: number }, Empty, "progress"> {
  return {
    report: "progress",
    toReport: ({ status, requestId }) => ({ type: "progress", of, requestId, state: states[status], word: status }),
    toAnswer: () => ({}),
  };
}
