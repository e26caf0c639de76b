/** How fast one key may ask. */
export interface RateLimit {
  perSecond: number;
  /** How many requests may come at once after a pause. */
  burst: number;
}

/** Whether a request may pass, and what its headers say of the next. */
export interface Pass {
  passes: boolean;
  headers: Record<string, string>;
}

/**
 * A token bucket for each key, in this process's memory: with several consoles behind a load balancer, each has its own.
 * It keeps a program that runs wild from taking the console along; it is no accounting.
 */
export function rateLimiter({ perSecond, burst }: RateLimit, now: () => number = Date.now) {
  const buckets = new Map<number, { left: number; at: number }>();

  return (key: number): Pass => {
    const at = now();
    const before = buckets.get(key);
    const filled = before ? Math.min(burst, before.left + ((at - before.at) / 1_000) * perSecond) : burst;
    const passes = filled >= 1;
    const left = passes ? filled - 1 : filled;
    buckets.set(key, { left, at });
    return {
      passes,
      headers: {
        "ratelimit-limit": String(burst),
        "ratelimit-remaining": String(Math.floor(left)),
        "ratelimit-reset": String(Math.ceil((burst - left) / perSecond)),
        ...(!passes && { "retry-after": String(Math.max(1, Math.ceil((1 - left) / perSecond))) }),
      },
    };
  };
}

export type RateLimiter = ReturnType<typeof rateLimiter>;
