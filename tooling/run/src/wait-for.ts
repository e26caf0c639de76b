export interface WaitOptions {
  /** What is waited for, as it completes the sentence "Gave up waiting for …". */
  what: string;
  /** Long if not said: the machine may do much else, and a condition that comes costs no more for it. */
  timeoutMs?: number;
  everyMs?: number;
}

/** Waits until a condition yields something truthy and returns it; the last failure is the cause when time runs out. */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { what, timeoutMs = 30_000, everyMs = 20 }: WaitOptions,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() >= deadline) throw new Error(`Gave up waiting for ${what} after ${timeoutMs} ms`, { cause });
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
