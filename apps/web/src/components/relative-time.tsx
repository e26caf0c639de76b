"use client";

import { useFormatter } from "next-intl";
import { useClock } from "./clock";
import { useDuration } from "./use-duration";

/** How long ago something was, ticking; the exact time is its title and its machine-readable value. */
export function RelativeTime({ at, className }: { at: Date; className?: string }) {
  const format = useFormatter();
  const speak = useDuration();
  const age = useClock((now) => speak(now - at.getTime()));
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, "full")} className={className}>
      {age}
    </time>
  );
}
