/** Tells those who feed a queue when to stop, and, with some way between the two, when to go on. */
export function createPressure(limit: number) {
  const listeners = new Set<(high: boolean) => void>();
  let length = 0;
  let high = false;

  return {
    set(value: number) {
      length = value;
      const next = high ? length > limit / 2 : length >= limit;
      if (next === high) return;
      high = next;
      for (const listener of listeners) listener(high);
    },
    level: () => length / limit,
    listen(listener: (high: boolean) => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
