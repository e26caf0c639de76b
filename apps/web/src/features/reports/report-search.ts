import { createLoader, createParser, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { month } from "@/server/reports/month";

const parseAsMonth = createParser({
  parse: (text) => month.safeParse(text).data ?? null,
  serialize: (text: string) => text,
});

/** What a report is about, as it stands in the address. */
export const reportSearch = {
  month: parseAsMonth,
  site: parseAsInteger,
  by: parseAsStringLiteral(["month", "site", "token"]).withDefault("month"),
};

export const loadReportSearch = createLoader(reportSearch);
type ReportSearch = Awaited<ReturnType<typeof loadReportSearch>>;

/** The month of a moment. */
export const monthOf = (now: Date) => now.toISOString().slice(0, 7);

/** The month that comes so many months later. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return monthOf(new Date(Date.UTC(year, number - 1 + count, 1)));
}

/** What is asked of the server: the uptime of a month. */
export const uptimeAsked = ({ month, site }: ReportSearch, now: Date) => ({
  month: month ?? monthOf(now),
  site: site ?? undefined,
});

/** What is asked of the server: the sums of a month, or month by month those of a year that ends with it. */
export function sumsAsked({ month, site, by }: ReportSearch, now: Date) {
  const last = month ?? monthOf(now);
  return {
    by,
    from: `${by === "month" ? monthAfter(last, -11) : last}-01`,
    until: `${monthAfter(last, 1)}-01`,
    site: site ?? undefined,
  };
}
