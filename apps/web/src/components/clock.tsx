"use client";

import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";

const FirstDrawn = createContext(0);

/** Hands down the server's time, so that the first draw in the browser says what the server said. */
export function ClockStart({ at, children }: { at: number; children: ReactNode }) {
  return <FirstDrawn value={at}>{children}</FirstDrawn>;
}

/**
 * Reads something off the one clock all ages and countdowns share. It ticks each second; a component is drawn again
 * only when what it read (a text, a number) has changed.
 */
export function useClock<Read extends string | number | boolean | undefined>(read: (now: number) => Read): Read {
  const drawn = useContext(FirstDrawn);
  return useSyncExternalStore(
    subscribe,
    () => read(now),
    () => read(drawn),
  );
}

/** Corrects the clock by a time the server just told, so that ages are right on a machine whose clock is not. */
export function setServerTime(serverNow: number) {
  ahead = serverNow - Date.now();
}

let now = Date.now();
let ahead = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  if (!timer) {
    now = Date.now() + ahead;
    timer = setInterval(tick, 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick() {
  now = Date.now() + ahead;
  for (const listener of listeners) listener();
}
