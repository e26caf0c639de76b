import type { EventPage } from "@chargehand/db/events";

/** Pages that wait for one reader. When there are too many events it keeps none of them, and the reader must look itself. */
export function pageQueue(signal: AbortSignal, mostEvents = 1_000) {
  let waiting: EventPage[] = [];
  let events = 0;
  let overflown = false;
  let wake = () => {};
  signal.addEventListener("abort", () => wake());

  return {
    push(page: EventPage) {
      events += page.events.length;
      if (overflown || events > mostEvents) {
        waiting = [];
        events = 0;
        overflown = true;
      } else waiting.push(page);
      wake();
    },
    /** The next page; `late` when none came in time. */
    async take(patienceMs: number): Promise<EventPage | "late" | "overflow" | "closed"> {
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
      const page = waiting.shift();
      events -= page?.events.length ?? 0;
      return page ?? "late";
    },
  };
}
