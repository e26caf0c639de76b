import type { Queryable } from "@chargehand/db/pool";
import { insertRefusals, type RefusalRow } from "@chargehand/db/refusals";
import type { Logger } from "pino";
import type { Caller } from "./caller";
import { readIdentity } from "./identity";
import type { Refused } from "./refused";
import { createTurnstile } from "./turnstile";

/** Keeps every refused upgrade where an operator finds it. */
export interface RefusalRecord {
  note(caller: Caller, refused: Refused): void;
  /** Resolves when all that was noted is written. */
  settled(): Promise<void>;
}

export interface RefusalRecordOptions {
  db: Queryable;
  log: Logger;
  onWritten(): void;
}

// A flood costs the database no more than this. Of each kind the first few are told at once, so that somebody who is
// trying passwords at a charger sees each attempt; the rest of the minute is told as a number.
const rowsPerMinute = 120;
const rowsPerKind = 5;
const summaryMs = 60_000;

/** Writes refusals as they happen, and sums up what comes too often. */
export function createRefusalRecord({ db, log, onWritten }: RefusalRecordOptions): RefusalRecord {
  const kinds = createTurnstile({ perMinute: rowsPerKind });
  const rows = createTurnstile({ perMinute: rowsPerMinute });
  const leftOut = new Map<string, { row: RefusalRow; times: number }>();
  let summary: NodeJS.Timeout | undefined;
  let queue: RefusalRow[] = [];
  let writing: Promise<void> | undefined;

  async function write() {
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      try {
        await insertRefusals(db, batch);
        onWritten();
      } catch (error) {
        log.error({ err: error, refusals: batch }, "refused upgrades could not be written");
      }
    }
    writing = undefined;
  }

  function push(row: RefusalRow) {
    log.warn(row, "upgrade refused");
    queue.push(row);
    writing ??= write();
  }

  function sumUp() {
    clearTimeout(summary);
    summary = undefined;
    for (const { row, times } of leftOut.values()) push({ ...row, detail: `${row.detail} (${times} more times)` });
    leftOut.clear();
  }

  return {
    note(caller, refused) {
      const row = toRow(caller, refused);
      const kind = `${row.remoteAddress} ${row.identity ?? ""} ${row.reason}`;
      if (kinds.pass(kind) && rows.pass("all")) return push(row);
      const times = (leftOut.get(kind)?.times ?? 0) + 1;
      if (leftOut.has(kind) || leftOut.size < rowsPerMinute) leftOut.set(kind, { row, times });
      summary ??= setTimeout(sumUp, summaryMs);
    },
    async settled() {
      sumUp();
      await writing;
    },
  };
}

function toRow(caller: Caller, { status, reason, message }: Refused): RefusalRow {
  const reading = readIdentity(caller.target);
  return {
    at: new Date(),
    identity: "identity" in reading ? reading.identity : undefined,
    path: caller.target.slice(0, 400),
    remoteAddress: caller.address,
    status,
    reason,
    detail: message,
    offered: caller.offer?.slice(0, 200),
    userAgent: caller.userAgent,
  };
}
