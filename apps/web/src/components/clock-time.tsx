"use client";

import { useFormatter } from "next-intl";
import { useClock } from "./clock";
import { momentFormat, type Precision } from "./moment";

/** A moment of the day, "14:01:30"; one of another day brings its date along, one of another year its year. */
export function ClockTime({
  at,
  precision = "seconds",
  className,
}: {
  at: Date;
  precision?: Precision;
  className?: string;
}) {
  const format = useFormatter();
  const shape = useClock((now) => momentFormat(format, at, { now: new Date(now), precision }));
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, "full")} className={className}>
      {format.dateTime(at, shape)}
    </time>
  );
}
