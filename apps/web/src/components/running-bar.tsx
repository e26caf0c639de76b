"use client";

import { useClock } from "./clock";

/** A 2 px bar that runs down between two moments; placed by its parent. */
export function RunningBar({ from, until, className }: { from: Date; until: Date; className?: string }) {
  const whole = Math.max(1, until.getTime() - from.getTime());
  const left = useClock((now) => Math.round(Math.min(1, Math.max(0, (until.getTime() - now) / whole)) * 1000) / 10);
  return (
    <span aria-hidden="true" className={className}>
      <span className="block h-0.5 bg-ink transition-[width] duration-1000 ease-linear" style={{ width: `${left}%` }} />
    </span>
  );
}
