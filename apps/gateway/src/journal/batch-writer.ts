import { setTimeout as pause } from "node:timers/promises";
import type { Touched } from "@chargehand/db/journal-batch";
import { type JournalConnection, openJournalConnection } from "@chargehand/db/journal-connection";
import { CommitUnknown, JournalClosed, type JournalEntry } from "@chargehand/db/journal-entry";
import { remedyFor } from "@chargehand/db/journal-failure";
import type { JournalLog } from "./options";

/** Writes a batch for as long as it takes: through lost connections, restarts, deadlocks and full disks. */
export interface BatchWriter {
  /**
   * Resolves when the batch is durable. Rejects with what the database has against its rows, with `CommitUnknown`, or
   * with `JournalClosed`. The first attempt is sent before this returns, if there is a connection.
   */
  write(entries: readonly JournalEntry[]): Promise<Touched>;
  /** Gives up what is still being attempted. */
  abandon(): void;
  end(): Promise<void>;
}

export interface BatchWriterOptions {
  url: string;
  gatewayId: number;
  log: JournalLog;
}

const firstPauseMs = 20;
const longestPauseMs = 2_000;

export async function createBatchWriter({ url, gatewayId, log }: BatchWriterOptions): Promise<BatchWriter> {
  const open = () =>
    openJournalConnection({
      url,
      gatewayId,
      onLost: (error) => log.warn({ err: error }, "The journal lost its connection to the database"),
    });
  let connection = await open();
  const abandoned = new AbortController();

  async function write(entries: readonly JournalEntry[]): Promise<Touched> {
    for (let attempt = 1; ; attempt++) {
      const current = connection.alive() ? connection : await reconnect();
      try {
        return await current.write(entries);
      } catch (failure) {
        const remedy = remedyFor(failure);
        if (remedy === "lost") {
          if (await wasWritten(entries, failure)) return allTouched(entries);
        } else if (remedy === "again") {
          log.warn({ err: failure, attempt, entries: entries.length }, "The database could not take a batch just now");
          await wait(attempt);
        } else if (remedy === "no-partition" && attempt === 1) {
          await current.makePartitions();
        } else {
          throw failure;
        }
      }
    }
  }

  /** Settles what a lost connection left open: after the fence, either the whole batch is there or nothing of it. */
  async function wasWritten(entries: readonly JournalEntry[], cause: unknown): Promise<boolean> {
    const witness = entries.find(({ frames }) => frames?.length);
    for (let attempt = 1; !abandoned.signal.aborted; attempt++) {
      const current = connection.alive() ? connection : await reconnect().catch(unknown(cause));
      try {
        await current.fence();
        const frame = witness?.frames?.[0];
        if (!witness || !frame) break;
        return await current.wasWritten(witness.station, frame);
      } catch (failure) {
        log.warn({ err: failure }, "The database went away again");
        await wait(attempt).catch(unknown(cause));
      }
    }
    throw new CommitUnknown("the database's connection was lost during the commit", { cause });
  }

  async function reconnect(): Promise<JournalConnection> {
    for (let attempt = 1; ; attempt++) {
      if (abandoned.signal.aborted) throw closed();
      try {
        connection = await open();
        log.info({ attempt }, "The journal is connected again");
        return connection;
      } catch (error) {
        log.warn({ err: error, attempt }, "The journal cannot reach the database");
        await wait(attempt);
      }
    }
  }

  async function wait(attempt: number) {
    const ms = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
    await pause(ms, undefined, { signal: abandoned.signal }).catch(() => {
      throw closed();
    });
  }

  return {
    write,
    abandon() {
      abandoned.abort();
      connection.drop();
    },
    end: () => connection.end(),
  };
}

const closed = () => new JournalClosed("the journal was closed while the database was away");

const unknown = (cause: unknown) => (): never => {
  throw new CommitUnknown("the journal was closed before the commit's outcome was known", { cause });
};

/** After a loss nobody counted what was touched; a bell too many only makes somebody look. */
const allTouched = (entries: readonly JournalEntry[]): Touched => ({
  events: true,
  frames: true,
  commands: entries.filter(({ changes }) => changes?.followUps?.length).map(({ station }) => station),
});
