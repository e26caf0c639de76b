"use client";

import { useFormatter } from "next-intl";
import { useClock } from "./clock";
import { datedFormat } from "./moment";

const hourMs = 3_600_000;

/** Says a moment with its date in running text, and in another year than this one with its year. */
export function useDated(): (at: Date, precision?: "minutes" | "seconds") => string {
  const format = useFormatter();
  // The year begins with an hour, wherever one is.
  const hour = useClock((now) => Math.floor(now / hourMs) * hourMs);
  return (at, precision = "minutes") =>
    format.dateTime(at, datedFormat(format, at, { now: new Date(hour), precision }));
}
