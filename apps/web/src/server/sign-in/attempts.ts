/** Counts failed sign-ins by address of the account, so that guessing is slow from however many machines it comes. */
export interface Attempts {
  /** Milliseconds until this account may be tried again; 0 when it may be now. */
  wait(email: string): number;
  failed(email: string): void;
  succeeded(email: string): void;
}

const allowed = 10;
const windowMs = 10 * 60_000;
/** More accounts than this are being guessed only by a machine; the oldest are forgotten. */
const remembered = 10_000;

export function signInAttempts(now: () => number): Attempts {
  const failures = new Map<string, number[]>();
  const recent = (email: string) => (failures.get(fold(email)) ?? []).filter((at) => at > now() - windowMs);

  return {
    wait(email) {
      const oldestThatCounts = recent(email).at(-allowed);
      return oldestThatCounts === undefined ? 0 : oldestThatCounts + windowMs - now();
    },
    failed(email) {
      const times = [...recent(email), now()];
      failures.delete(fold(email));
      failures.set(fold(email), times);
      const [oldest] = failures.keys();
      if (failures.size > remembered && oldest !== undefined) failures.delete(oldest);
    },
    succeeded(email) {
      failures.delete(fold(email));
    },
  };
}

const fold = (email: string) => email.trim().toLowerCase().slice(0, 320);
