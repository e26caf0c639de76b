import type { Formats } from "next-intl";

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const day = { day: "numeric", month: "short" } as const;

/** How times are written everywhere: a day of 24 hours, no finer than is asked for. */
export const formats = {
  dateTime: {
    minutes: clock,
    seconds: { ...clock, second: "2-digit" },
    milliseconds: { ...clock, second: "2-digit", fractionalSecondDigits: 3 },
    year: { year: "numeric" },
    day: { ...day, year: "numeric" },
    dayMinutes: { ...day, ...clock },
    daySeconds: { ...day, ...clock, second: "2-digit" },
    yearMinutes: { ...day, year: "numeric", ...clock },
    yearSeconds: { ...day, year: "numeric", ...clock, second: "2-digit" },
    full: { dateStyle: "long", timeStyle: "long", hourCycle: "h23" },
  },
} as const satisfies Formats;
