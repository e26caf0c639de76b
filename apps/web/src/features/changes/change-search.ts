import { createLoader, parseAsIsoDateTime, parseAsStringLiteral } from "nuqs/server";

export const spans = ["shift", "day", "week", "all"] as const;
export type Span = (typeof spans)[number];

/** Which changes the feed shows, as it stands in the address; a link that is sent carries its moment. */
export const changeSearch = {
  span: parseAsStringLiteral(spans).withDefault("day"),
  source: parseAsStringLiteral(["people", "system", "station"]),
  since: parseAsIsoDateTime,
};

export const loadChangeSearch = createLoader(changeSearch);

const day = 86_400_000;

/** From when on changes are shown; somebody who never handed over sees the last day. */
export function sinceOf(span: Span, { lastShift, now }: { lastShift: Date | null; now: Date }): Date | undefined {
  switch (span) {
    case "shift":
      return lastShift ?? new Date(now.getTime() - day);
    case "day":
      return new Date(now.getTime() - day);
    case "week":
      return new Date(now.getTime() - 7 * day);
    case "all":
      return undefined;
  }
}
