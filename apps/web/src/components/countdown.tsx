"use client";

import { useClock } from "./clock";
import { countdownText } from "./duration";

/** The time that is left, counting down; silent for screen readers, which hear the end instead. */
export function Countdown({ until, className }: { until: Date; className?: string }) {
  const left = useClock((now) => countdownText(until.getTime() - now));
  return (
    <span role="timer" aria-live="off" className={className}>
      {left}
    </span>
  );
}
