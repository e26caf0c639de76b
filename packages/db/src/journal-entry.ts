import type { Changes } from "@chargehand/domain/change";
import type { TimedEvent } from "@chargehand/domain/event";

/** One station's part of a group commit: what was said, and everything that followed from it. */
export interface JournalEntry {
  station: number;
  /** The connection that speaks; a part of an older connection is refused as stale. */
  epoch: number;
  frames?: FrameRow[];
  /** Answers to calls that we sent and whose frame rows are already written. */
  answers?: FrameAnswer[];
  /** What only the gateway knows of a command's way over the wire. */
  deliveries?: CommandDelivery[];
  changes?: Changes;
  events?: TimedEvent[];
}

/** A call and its answer. For a station's call the answer is known before the commit; for ours it follows as a FrameAnswer. */
export interface FrameRow {
  id: number;
  receivedAt: Date;
  direction: "in" | "out";
  messageId?: string;
  action?: string;
  /** The frame's text as it came or went; bytes straight from the socket spare a copy. */
  call: Buffer | string;
  answer?: string;
  /** `ok`, `repeated`, `sent`, or the error code that was answered. */
  verdict: string;
  note?: string;
  session?: number;
  sequence?: number;
}

export interface FrameAnswer {
  id: number;
  /** When the call was sent: the partition the row is in. */
  receivedAt: Date;
  answer?: string;
  answeredAt: Date;
  verdict: string;
  note?: string;
}

/** Absent fields are left as they are. */
export interface CommandDelivery {
  id: number;
  messageId?: string;
  /** The wire call, once it is built. `payload` and `response` are JSON text. */
  action?: string;
  payload?: string;
  response?: string;
}

/** Another connection of the station has taken over; what this one said was not written. */
export class StaleConnection extends Error {
  override name = "StaleConnection";
}

/** The database refused the rows themselves; a repetition would be refused too. */
export class RowsRefused extends Error {
  override name = "RowsRefused";
}

/** Nobody can say whether the commit happened: the connection broke in the middle of it. */
export class CommitUnknown extends Error {
  override name = "CommitUnknown";
}

/** The journal was closed before this could be written; it was not written. */
export class JournalClosed extends Error {
  override name = "JournalClosed";
}

/** Too much is waiting already; it was not written. */
export class JournalFull extends Error {
  override name = "JournalFull";
}
