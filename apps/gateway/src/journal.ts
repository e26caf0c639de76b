import type { Touched } from "@chargehand/db/journal-batch";
import type { JournalEntry } from "@chargehand/db/journal-entry";
import { insertQuarantine, type QuarantinedMessage } from "@chargehand/db/journal-side";
import { createPool } from "@chargehand/db/pool";
import { createBatchWriter } from "./journal/batch-writer";
import { createGroupCommit } from "./journal/group-commit";
import { createLastSeen } from "./journal/last-seen";
import type { JournalLog, JournalMeasure } from "./journal/options";

/** Writes what stations said: many stations' messages in one transaction, each resolved when it is durable. */
export interface Journal {
  /**
   * Resolves when the entry is durable. Rejects with `StaleConnection`, `RowsRefused` (quarantine it),
   * `CommitUnknown` (drop the state, close the link), `JournalFull` or `JournalClosed` (not written). One entry per
   * station at a time is the rule; a second one waits for the next batch.
   */
  commit(entry: JournalEntry): Promise<void>;
  /** Keeps, durably, what no table would take. */
  quarantine(message: QuarantinedMessage): Promise<void>;
  /** Notes that a station was heard; written in bulk every few seconds. */
  seen(station: number, at: Date): void;
  /** How full the queue is: 1 is the limit at which sockets should be paused. */
  pressure(): number;
  /** Told `true` when the queue reaches its limit, `false` when half of it is free again. */
  onPressure(listener: (high: boolean) => void): () => void;
  /** Writes what is queued, at most `withinMs`, then lets go; what was not written rejects with `JournalClosed`. */
  close(withinMs?: number): Promise<void>;
}

export interface JournalOptions {
  url: string;
  gatewayId: number;
  log: JournalLog;
  /** Called after each commit with what it touched; ring the bells here. */
  onCommit?(touched: Touched): void;
  /** Called after each batch, for the metrics. */
  onBatch?(measure: JournalMeasure): void;
  /** Entries that may wait before sockets should be paused. */
  maxQueue?: number;
  /** Entries in one transaction. */
  maxBatch?: number;
}

/** Opens the journal's own connections; rejects when the database cannot be reached. */
export async function createJournal(options: JournalOptions): Promise<Journal> {
  const { url, gatewayId, log, onCommit, onBatch, maxQueue = 5_000, maxBatch = 500 } = options;
  const writer = await createBatchWriter({ url, gatewayId, log });
  const commits = createGroupCommit({ writer, log, onCommit, onBatch, maxQueue, maxBatch });
  // Beside the journal's connection, so that these never wait for a batch, nor a batch for them.
  const pool = createPool(url, { max: 2, name: "chargehand journal side" });
  pool.on("error", (error) => log.warn({ err: error }, "An idle connection of the journal was lost"));
  const lastSeen = createLastSeen({ pool, log });

  return {
    commit: commits.commit,
    quarantine: (message) => insertQuarantine(pool, message),
    seen: lastSeen.note,
    pressure: commits.pressure,
    onPressure: commits.onPressure,
    async close(withinMs = 10_000) {
      await commits.close(withinMs);
      await lastSeen.close();
      await Promise.all([writer.end(), pool.end()]);
    },
  };
}
