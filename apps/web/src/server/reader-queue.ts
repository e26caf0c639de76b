/**
 * What waits for one reader that may be slower than the writer. When more waits than it may, nothing is kept: the reader
 * is told so and has to look itself, rather than fill our memory.
 */
export function readerQueue<Item>(
  signal: AbortSignal,
  { sizeOf = () => 1, most = 1_000 }: { sizeOf?: (item: Item) => number; most?: number } = {},
) {
  let waiting: Item[] = [];
  let size = 0;
  let overflown = false;
  let wake = () => {};
  signal.addEventListener("abort", () => wake());

  return {
    push(item: Item) {
      size += sizeOf(item);
      if (overflown || size > most) {
        waiting = [];
        size = 0;
        overflown = true;
      } else waiting.push(item);
      wake();
    },
    /** The next item; `late` when none came in time. */
    async take(patienceMs: number): Promise<Item | "late" | "overflow" | "closed"> {
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
      const item = waiting.shift();
      if (item === undefined) return "late";
      size -= sizeOf(item);
      return item;
    },
  };
}
