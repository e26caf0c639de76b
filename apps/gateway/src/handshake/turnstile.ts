/** Lets through so many a minute per key, and no more. */
export interface Turnstile {
  pass(key: string): boolean;
}

const mostKeys = 10_000;

/** A turnstile whose counts start again each minute. When too many keys are about, strangers wait for the next minute. */
export function createTurnstile({
  perMinute,
  clock = Date.now,
}: {
  perMinute: number;
  clock?: () => number;
}): Turnstile {
  const counts = new Map<string, number>();
  let minute = 0;
  return {
    pass(key) {
      const now = Math.floor(clock() / 60_000);
      if (now !== minute) counts.clear();
      minute = now;
      const count = counts.get(key) ?? 0;
      if (count >= perMinute || (count === 0 && counts.size >= mostKeys)) return false;
      counts.set(key, count + 1);
      return true;
    },
  };
}
