const firstMs = 10_000;
const longestMs = 24 * 60 * 60_000;

/** Ten seconds, then three times as long each time, a day at most: about three days in all. */
export const mostAttempts = 12;

/**
 * How long to wait after the n-th failure; longer if the receiver asked for it. `chance` (0 to 1) spreads those who
 * failed together.
 */
export function waitAfter(failures: number, { retryAfterMs = 0, chance }: { retryAfterMs?: number; chance: number }) {
  const ms = Math.min(longestMs, firstMs * 3 ** (failures - 1)) * (0.85 + 0.3 * chance);
  return Math.round(Math.min(longestMs, Math.max(ms, retryAfterMs)));
}

/** What a Retry-After says, in seconds or as a date. */
export function retryAfterMs(said: string | undefined, now: Date): number | undefined {
  if (said === undefined) return undefined;
  const ms = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now.getTime();
  return ms > 0 ? ms : undefined;
}
