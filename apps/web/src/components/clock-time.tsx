"use client";

import { useFormatter } from "next-intl";
import { useClock } from "./clock";

const withDay = {
  minutes: "dayMinutes",
  seconds: "daySeconds",
  milliseconds: "daySeconds",
  day: "day",
} as const;

/** A moment of the day, "14:01:30"; one of another day brings its date along. */
export function ClockTime({
  at,
  precision = "seconds",
  className,
}: {
  at: Date;
  precision?: keyof typeof withDay;
  className?: string;
}) {
  const format = useFormatter();
  const isToday = useClock((now) => format.dateTime(new Date(now), "day") === format.dateTime(at, "day"));
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, "full")} className={className}>
      {format.dateTime(at, isToday ? precision : withDay[precision])}
    </time>
  );
}
