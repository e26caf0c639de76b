import type { OcppVersion } from "@chargehand/domain/vocabulary";
import type { FieldMeaning } from "@chargehand/ocpp/fields";

/** What became of a call: answered, refused by an error, without an answer, or still open. */
export type MessageVerdict = "ok" | "error" | "no-answer" | "open";

/** A call and its answer as one row. */
export interface MessageRow {
  /** The frame's id, a number too large for JavaScript. */
  id: string;
  at: Date;
  station: string;
  /** Who called: the station, or we. */
  from: "station" | "us";
  /** The name that a call and its answer share. */
  messageId?: string;
  action: string;
  /** What it says, in a few words. */
  says?: string;
  latencyMs?: number;
  verdict: MessageVerdict;
  /** The answer in a word: "Accepted", "ok", or the error's code. */
  answer?: string;
}

/** A row with both frames as they came. */
export interface MessageDetail extends MessageRow {
  version?: OcppVersion;
  /** The call's text as received or sent. */
  call: string;
  /** The answer's text; absent while there is none. */
  reply?: string;
  repliedAt?: Date;
  /** Where the call breaks its schema. */
  violations: readonly { path: string; text: string }[];
  /** What the fields of both mean, by the paths at which they stand. */
  meanings: Readonly<Record<"call" | "reply", Readonly<Record<string, FieldMeaning>>>>;
  /** What we understood and did. */
  note?: string;
  sessionId?: string;
}
