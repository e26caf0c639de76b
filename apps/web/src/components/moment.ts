import type { useFormatter } from "next-intl";

type Format = Pick<ReturnType<typeof useFormatter>, "dateTime">;
/** How finely a moment is told. */
export type Precision = keyof typeof dated;

const dated = {
  minutes: "dayMinutes",
  seconds: "daySeconds",
  milliseconds: "daySeconds",
  day: "day",
} as const;

const fully = {
  minutes: "yearMinutes",
  seconds: "yearSeconds",
  milliseconds: "yearSeconds",
  day: "day",
} as const satisfies Record<Precision, string>;

/** The format for a moment: with its date on another day than now, with its year too in another year. */
export const momentFormat = (format: Format, at: Date, { now, precision }: { now: Date; precision: Precision }) =>
  isSame(format, "day", at, now) ? precision : datedFormat(format, at, { now, precision });

/** The same for a moment that always has its date, as in running text. */
export const datedFormat = (format: Format, at: Date, { now, precision }: { now: Date; precision: Precision }) =>
  (isSame(format, "year", at, now) ? dated : fully)[precision];

/** By the clock that times are told by, not by the machine's. */
const isSame = (format: Format, what: "day" | "year", one: Date, other: Date) =>
  format.dateTime(one, what) === format.dateTime(other, what);
