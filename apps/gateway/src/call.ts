import type { FrameRow } from "@chargehand/db/journal-entry";
import type { Circumstances } from "@chargehand/domain/decision";
import type { Frame } from "@chargehand/ocpp/frame";
import type { Settings } from "./env";
import type { Incoming } from "./websocket-link";

/** What a station says and, unless it is a SEND of 2.1, wants answered. */
export type Call = Incoming<Extract<Frame, { kind: "call" | "send" }>>;

/** Our answer; a SEND gets none. The verdict is `ok`, `repeated`, or the error code as the version spells it. */
export interface Reply {
  text?: string;
  verdict: string;
}

/** A call and its answer as one row of the record. */
export function frameRow(
  { frame, bytes, receivedAt }: Call,
  { reply, notes }: { reply: Reply; notes: readonly string[] },
  mark: { session?: number; sequence?: number } = {},
): Omit<FrameRow, "id"> {
  return {
    receivedAt,
    direction: "in",
    messageId: frame.id,
    action: frame.action,
    call: bytes,
    answer: reply.text,
    verdict: reply.verdict,
    note: notes.length > 0 ? notes.join("; ") : undefined,
    session: mark.session,
    sequence: mark.sequence,
  };
}

/** The circumstances in which a call is decided. Its payload is written out only if somebody asks. */
export function circumstancesOf(
  { receivedAt, text }: Call,
  { unknownTokens }: Pick<Settings, "unknownTokens">,
): Circumstances {
  return {
    receivedAt,
    unknownTokens,
    get payload() {
      // As it came: what was tolerated in it is mended in the frame, not in the text.
      const message: unknown = JSON.parse(text);
      return JSON.stringify(Array.isArray(message) ? message[3] : message);
    },
  };
}
