import { setTimeout as pause } from "node:timers/promises";
import type { Bus } from "@chargehand/bus/bus";

/** Work that goes on in this process until it is closed. */
export interface Rounds {
  close(): Promise<void>;
}

const pollMs = 1_000;
/** Bells that ring while a round goes on are answered together. */
const betweenMs = 200;

/** Does rounds of work whenever something may have happened; a lost bell costs at most the poll. A round says whether there is more. */
export async function startRounds({
  bus,
  round,
  onError,
}: {
  bus: Pick<Bus, "subscribe">;
  round: (signal: AbortSignal) => Promise<boolean>;
  onError: (error: unknown) => void;
}): Promise<Rounds> {
  const closing = new AbortController();
  const { signal } = closing;
  let ring = () => {};
  let rung = false;
  const unsubscribe = await bus.subscribe("events", () => {
    rung = true;
    ring();
  });

  const running = (async () => {
    while (!signal.aborted) {
      rung = false;
      try {
        if (await round(signal)) continue;
      } catch (error) {
        // The database is away: the loop has to outlive it.
        onError(error);
      }
      if (!rung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs);
          ring = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      await pause(betweenMs, undefined, { signal }).catch(() => {});
    }
  })();

  return {
    async close() {
      closing.abort();
      unsubscribe();
      ring();
      await running;
    },
  };
}
