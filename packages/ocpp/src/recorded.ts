import type { MessageKind, ProgressReport } from "@chargehand/domain/report";
import type { ToldInParts, Work } from "@chargehand/domain/vocabulary";
import type { AnswerContext, Inbound } from "./dialect";

type Empty = Record<string, never>;

/** The adapter of a message from which nothing follows yet: it is kept as a frame and acknowledged. */
export function recorded(message?: MessageKind): Inbound<unknown, Empty, "recorded"> {
  return recordedAndAnswered(() => ({}), message);
}

/** The adapter of a message from which nothing follows yet either, but which wants to be answered something. */
export function recordedAndAnswered<Request, Response>(
  toAnswer: (request: Request, context: AnswerContext) => Response,
  message?: MessageKind,
): Inbound<Request, Response, "recorded"> {
  return {
    report: "recorded",
    toReport: () => ({ type: "recorded", message }),
    toAnswer: (_outcome, context, request) => toAnswer(request, context),
  };
}

/** The adapter of a message that brings a part of what we asked for; without `tbc` it is the last one. */
export function partOf(of: ToldInParts): Inbound<Part, Empty, "part"> {
  return {
    report: "part",
    toReport: ({ requestId, seqNo, tbc = false }) => ({
      type: "part",
      of,
      part: { requestId, sequence: seqNo, last: !tbc },
    }),
    toAnswer: () => ({}),
  };
}

interface Part {
  requestId: number;
  seqNo?: number;
  tbc?: boolean;
}

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
