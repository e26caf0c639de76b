import { updateLastSeen } from "@chargehand/db/journal-side";
import type { Queryable } from "@chargehand/db/pool";
import type { JournalLog } from "./options";

const everyMs = 3_000;

/** Heartbeats carry no fact but their time; it is written in bulk, and losing the last seconds of it loses nothing. */
export function createLastSeen({ pool, log }: { pool: Queryable; log: JournalLog }) {
  let heard = new Map<number, Date>();
  let flushing: Promise<void> | undefined;
  const timer = setInterval(() => {
    flushing ??= flush().finally(() => {
      flushing = undefined;
    });
  }, everyMs).unref();

  async function flush() {
    if (heard.size === 0) return;
    const batch = heard;
    heard = new Map();
    try {
      await updateLastSeen(pool, batch);
    } catch (error) {
      log.warn({ err: error, stations: batch.size }, "The times at which stations were heard could not be written");
      heard = new Map([...batch, ...heard]);
    }
  }

  return {
    note(station: number, at: Date) {
      heard.set(station, at);
    },
    async close() {
      clearInterval(timer);
      await flushing;
      await flush();
    },
  };
}
