"use client";

import { useFormatter } from "next-intl";
import { gutter } from "./gutter";
import { timeTicks } from "./time-ticks";

/** The one time axis below all lanes. */
export function TimeAxis({ from, until, width }: { from: number; until: number; width: number }) {
  const format = useFormatter();
  const most = Math.max(2, Math.floor((width - gutter.left - gutter.right) / 90));
  const offset = -new Date(from).getTimezoneOffset() * 60_000;
  return (
    <div aria-hidden="true" className="relative h-6 text-12 text-ink-3">
      {timeTicks(from, until, most, offset).map((at) => (
        <span
          key={at}
          className="absolute top-1 -translate-x-1/2"
          style={{ left: placeOf(at, { from, until, width }) }}
        >
          {format.dateTime(new Date(at), until - from > 36 * 3_600_000 ? "day" : "minutes")}
        </span>
      ))}
    </div>
  );
}

/** Where a moment stands, in pixels from the left edge of the chart. */
export function placeOf(at: number, { from, until, width }: { from: number; until: number; width: number }) {
  const share = (at - from) / Math.max(1, until - from);
  return gutter.left + Math.min(1, Math.max(0, share)) * (width - gutter.left - gutter.right);
}
