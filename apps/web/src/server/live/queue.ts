import type { LiveMessage } from "../../live/message";

/** One listener's messages. A listener that cannot keep up loses them all and is told so, rather than filling our memory. */
export function messageQueue(signal: AbortSignal, limit = 1_000) {
  let waiting: LiveMessage[] = [];
  let overflown = false;
  let wake = () => {};
  signal.addEventListener("abort", () => wake());

  return {
    push(message: LiveMessage) {
      if (overflown) return;
      if (waiting.length >= limit) {
        waiting = [];
        overflown = true;
      } else waiting.push(message);
      wake();
    },
    /** The next message; `late` when none came in time. */
    async take(patienceMs: number): Promise<LiveMessage | "late" | "overflow" | "closed"> {
      if (!signal.aborted && waiting.length === 0 && !overflown) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, patienceMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      if (signal.aborted) return "closed";
      if (overflown) {
        overflown = false;
        return "overflow";
      }
      return waiting.shift() ?? "late";
    },
  };
}
