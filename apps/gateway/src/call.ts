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

/** The circumstances in which a call is decided. */
export const circumstancesOf = (call: Call, settings: Pick<Settings, "unknownTokens">): Circumstances =>
  new CallCircumstances(call, settings);

// A class, because an accessor defined for every single message costs more than the whole decision about some.
class CallCircumstances implements Circumstances {
  readonly receivedAt: Date;
  readonly unknownTokens: Circumstances["unknownTokens"];
  readonly #text: string;

  constructor({ receivedAt, text }: Call, { unknownTokens }: Pick<Settings, "unknownTokens">) {
    this.receivedAt = receivedAt;
    this.unknownTokens = unknownTokens;
    this.#text = text;
  }

  /** As it came: what was tolerated in it is mended in the frame, not in the text. Written out only if somebody asks. */
  get payload() {
    const message: unknown = JSON.parse(this.#text);
    return JSON.stringify(Array.isArray(message) ? message[3] : message);
  }
}
