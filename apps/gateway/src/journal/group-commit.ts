import type { Touched } from "@chargehand/db/journal-batch";
import {
  CommitUnknown,
  JournalClosed,
  type JournalEntry,
  JournalFull,
  RowsRefused,
  StaleConnection,
} from "@chargehand/db/journal-entry";
import { remedyFor } from "@chargehand/db/journal-failure";
import type { BatchWriter } from "./batch-writer";
import type { JournalLog, JournalMeasure } from "./options";
import { createPressure } from "./pressure";

/** An entry that waits for its commit. */
interface Part {
  entry: JournalEntry;
  resolve(): void;
  reject(error: Error): void;
}

export interface GroupCommitOptions {
  writer: BatchWriter;
  log: JournalLog;
  onCommit?(touched: Touched): void;
  onBatch?(measure: JournalMeasure): void;
  maxQueue: number;
  maxBatch: number;
}

/** Beyond this many times the limit, entries are refused: whoever should have paused did not. */
const hardLimit = 4;

/** Frames may have a mebibyte each: a batch of many such would take the memory of a thousand usual ones. */
const mostBytes = 8 * 1024 * 1024;

/**
 * Gathers what arrives while a batch is being committed and writes it as the next one: throughput grows with load, and
 * latency stays at about one commit. A batch whose rows are refused is halved until only the culprits are left.
 */
export function createGroupCommit({ writer, log, onCommit, onBatch, maxQueue, maxBatch }: GroupCommitOptions) {
  let queue: Part[] = [];
  let running: Promise<void> | undefined;
  let closing = false;
  const pressure = createPressure(maxQueue);

  function commit(entry: JournalEntry): Promise<void> {
    if (closing) return Promise.reject(new JournalClosed("the journal is closed"));
    if (queue.length >= hardLimit * maxQueue) return Promise.reject(new JournalFull("too much waits to be written"));
    return new Promise((resolve, reject) => {
      queue.push({ entry, resolve, reject });
      pressure.set(queue.length);
      running ??= run();
    });
  }

  async function run() {
    // What else arrived in this turn of the event loop shares the first commit.
    await new Promise(setImmediate);
    let durable: Part[] = [];
    while (queue.length > 0) {
      const parts = take();
      const writing = timed(parts);
      // Stations are answered while the database works on the next batch.
      for (const part of durable) part.resolve();
      durable = await writing.then(
        () => parts,
        async (failure) => {
          await settleApart(parts, failure);
          return [];
        },
      );
    }
    running = undefined;
    for (const part of durable) part.resolve();
  }

  /** The next batch: at most one entry of each station, since one statement changes a row only once. */
  function take(): Part[] {
    const stations = new Set<number>();
    const taken: Part[] = [];
    const left: Part[] = [];
    let bytes = 0;
    for (const part of queue) {
      if (taken.length === maxBatch || bytes >= mostBytes || stations.has(part.entry.station)) left.push(part);
      else {
        stations.add(part.entry.station);
        taken.push(part);
        bytes += sizeOf(part.entry);
      }
    }
    queue = left;
    pressure.set(queue.length);
    return taken;
  }

  async function timed(parts: readonly Part[]) {
    const begun = performance.now();
    const queued = queue.length;
    const touched = await writer.write(parts.map(({ entry }) => entry));
    const seconds = (performance.now() - begun) / 1000;
    try {
      onCommit?.(touched);
      onBatch?.({ entries: parts.length, seconds, queued });
    } catch (error) {
      // What is committed is committed, whatever a listener makes of it.
      log.error({ err: error }, "A listener of the journal failed");
    }
  }

  async function settle(parts: readonly Part[]) {
    try {
      await timed(parts);
    } catch (failure) {
      return settleApart(parts, failure);
    }
    for (const part of parts) part.resolve();
  }

  /** Halving finds one bad entry among hundreds in a few commits, and keeps the order of the good ones. */
  async function settleApart(parts: readonly Part[], failure: unknown): Promise<void> {
    if (isFinal(failure)) return rejectAll(parts, failure);
    const [first] = parts;
    if (first && parts.length === 1) return first.reject(refusal(failure, first.entry, log));
    const half = Math.ceil(parts.length / 2);
    await settle(parts.slice(0, half));
    await settle(parts.slice(half));
  }

  return {
    commit,
    pressure: pressure.level,
    onPressure: pressure.listen,
    async close(withinMs: number) {
      closing = true;
      const giveUp = setTimeout(() => {
        rejectAll(queue.splice(0), new JournalClosed("the journal was closed before this could be written"));
        writer.abandon();
      }, withinMs);
      await running;
      clearTimeout(giveUp);
    },
  };
}

const sizeOf = ({ frames = [] }: JournalEntry) =>
  frames.reduce((sum, { call, answer = "" }) => sum + call.length + answer.length, 0);

const isFinal = (failure: unknown): failure is Error =>
  failure instanceof CommitUnknown || failure instanceof JournalClosed;

function rejectAll(parts: readonly Part[], error: Error) {
  for (const part of parts) part.reject(error);
}

function refusal(failure: unknown, { station, epoch }: JournalEntry, log: JournalLog) {
  const message = failure instanceof Error ? failure.message : String(failure);
  if (remedyFor(failure) === "stale") return new StaleConnection(message, { cause: failure });
  log.error({ err: failure, station, epoch }, "The database refused what a station said");
  return new RowsRefused(message, { cause: failure });
}
