"use client";

import { useFormatter } from "next-intl";

/** A moment of the day, "14:01:30" with seconds or finer; another day brings its date along. */
export function ClockTime({
  at,
  precision = "seconds",
  className,
}: {
  at: Date;
  precision?: "minutes" | "seconds" | "milliseconds" | "day";
  className?: string;
}) {
  const format = useFormatter();
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, "full")} className={className}>
      {format.dateTime(at, precision)}
    </time>
  );
}
