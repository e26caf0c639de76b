/** The part of pino that the journal uses. */
export interface JournalLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** One batch, as the metrics see it. */
export interface JournalMeasure {
  entries: number;
  /** From sending to durable. */
  seconds: number;
  /** Entries waiting when it was sent. */
  queued: number;
}
