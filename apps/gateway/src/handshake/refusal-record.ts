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

// A flood costs the database no more than this; what is left out is counted in the next row of its kind.
const rowsPerMinute = 120;

/** Writes the first refusal of a kind in each minute at once, and counts those that follow it. */
export function createRefusalRecord({ db, log, onWritten }: RefusalRecordOptions): RefusalRecord {
  const kinds = createTurnstile({ perMinute: 1 });
  const rows = createTurnstile({ perMinute: rowsPerMinute });
  const leftOut = new Map<string, number>();
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

  return {
    note(caller, refused) {
      const row = toRow(caller, refused);
      const kind = `${row.remoteAddress} ${row.identity ?? ""} ${row.reason}`;
      if (!kinds.pass(kind) || !rows.pass("all")) {
        if (leftOut.size < rowsPerMinute) leftOut.set(kind, (leftOut.get(kind) ?? 0) + 1);
        return;
      }
      const more = leftOut.get(kind);
      leftOut.delete(kind);
      log.warn({ ...row, more }, "upgrade refused");
      queue.push(more ? { ...row, detail: `${row.detail} (and ${more} more times before)` } : row);
      writing ??= write();
    },
    settled: async () => writing,
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
