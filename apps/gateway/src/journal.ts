import type { JournalEntry } from "@chargehand/db/journal-entry";

/** Writes what stations said: many stations' messages in one transaction, each resolved when it is durable. */
export interface Journal {
  /**
   * Resolves when the entry is durable. Rejects with `StaleConnection`, `RowsRefused` (quarantine it),
   * `CommitUnknown` (drop the state, close the link) or `JournalClosed`. One entry per station at a time is the rule;
   * a second one waits for the next batch.
   */
  commit(entry: JournalEntry): Promise<void>;
  /** Keeps, durably, what no table would take. */
  quarantine(message: QuarantinedMessage): Promise<void>;
  /** Notes that a station was heard; written in bulk every few seconds. */
  seen(station: number, at: Date): void;
  /** How full the queue is: 1 is the limit at which sockets should be paused. */
  pressure(): number;
  /** Told `true` when the queue reaches its limit or the database is away, `false` when there is room again. */
  onPressure(listener: (high: boolean) => void): () => void;
  /** Writes what is queued, at most `withinMs`, then lets go; what was not written rejects with `JournalClosed`. */
  close(withinMs?: number): Promise<void>;
}

export interface QuarantinedMessage {
  station: number;
  receivedAt: Date;
  action?: string;
  raw: Buffer | string;
  error: string;
}

export interface JournalOptions {
  url: string;
  gatewayId: number;
  log: JournalLog;
  /** Called after each commit with what it touched; ring the bells here. */
  onCommit?(touched: Touched): void;
  /** Called after each batch, for the metrics. */
  onBatch?(batch: { entries: number; seconds: number; queued: number }): void;
  maxQueue?: number;
  maxBatch?: number;
}

export interface Touched {
  events: boolean;
  frames: boolean;
  /** Stations for which the domain queued a command of its own. */
  commands: readonly number[];
}

/** The part of pino that the journal uses. */
export interface JournalLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Opens the journal's own connections; rejects when the database cannot be reached. */
export declare function createJournal(options: JournalOptions): Promise<Journal>;
