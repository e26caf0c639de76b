import type { Window } from "./campaign";

/** Whether it is within the hours of a window where the clock shows the time of this zone; true without a window. */
export function isOpen(window: Window | undefined, timeZone: string, now: Date): boolean {
  if (!window) return true;
  const time = wallClock(timeZone, now);
  const { from, until } = window;
  return from <= until ? from <= time && time < until : from <= time || time < until;
}

/** "23:05" as the clocks there show it, also on the days that have 23 or 25 hours. */
function wallClock(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    now,
  );
}
