/** So many bytes a second for all who share it, in the order in which they ask. */
export interface Pace {
  /** Takes its turn for so many bytes; tells after how many milliseconds they may go. */
  take(bytes: number): number;
}

/** A bucket that fills by itself, up to a quarter of a second's worth. */
export function createPace(bytesPerSecond: number, now: () => number = () => performance.now()): Pace {
  let free = now();
  return {
    take(bytes) {
      const at = now();
      free = Math.max(free, at - burstMs);
      const wait = Math.max(0, free - at);
      free += (bytes / bytesPerSecond) * 1000;
      return wait;
    },
  };
}

/** A pace for each of many, forgotten once nobody uses it. */
export function createPaces(bytesPerSecond: number) {
  const paces = new Map<number, { pace: Pace; users: number }>();
  return {
    enter(key: number): Pace {
      const known = paces.get(key) ?? { pace: createPace(bytesPerSecond), users: 0 };
      known.users += 1;
      paces.set(key, known);
      return known.pace;
    },
    leave(key: number): void {
      const known = paces.get(key);
      if (known && --known.users === 0) paces.delete(key);
    },
  };
}

const burstMs = 250;
