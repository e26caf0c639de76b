"use client";

import { useFormatter, useTranslations } from "next-intl";
import { SectionTitle } from "@/components/section-title";
import type { ConnectionDay } from "@/server/stations/connection-days";
import { useCloseWords } from "./connections-close";

/** How often a station had to connect on each day of two weeks: a line that holds is a row of nothings. */
export function ConnectionsDays({ days }: { days: readonly ConnectionDay[] }) {
  const t = useTranslations("connections");
  const format = useFormatter();
  const closeWords = useCloseWords();
  const most = Math.max(1, ...days.map(({ opened }) => opened));
  const total = days.reduce((sum, { opened }) => sum + opened, 0);
  const nameOf = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { month: "short", day: "numeric", timeZone: "UTC" });
  const ends = ({ closes }: ConnectionDay) =>
    format.list(closes.map(({ code, count }) => t("endedTimes", { count, code, words: closeWords(code) })));

  return (
    <section aria-labelledby="connection-days" className="px-5 pb-3 max-md:px-4">
      <SectionTitle id="connection-days">{t("days", { count: total })}</SectionTitle>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <ol tabIndex={0} className="-outline-offset-2 flex items-end gap-1 overflow-x-auto pt-2">
        {days.toReversed().map((day) => (
          <li
            key={day.day}
            title={`${nameOf(day.day)}: ${t("openedTimes", { count: day.opened })}${day.closes.length > 0 ? ` · ${ends(day)}` : ""}`}
            className="flex w-12 shrink-0 flex-col items-center gap-1 text-12"
          >
            <span aria-hidden="true" className="flex h-10 w-full items-end bg-well">
              <span className="w-full bg-(--st-neutral)" style={{ height: `${(day.opened / most) * 100}%` }} />
            </span>
            <span className={day.opened === 0 ? "text-ink-3" : "font-value"}>
              {format.number(day.opened)}
              <span className="sr-only">
                {" "}
                {t("openedTimes", { count: day.opened })} {ends(day)}
              </span>
            </span>
            <span className="whitespace-nowrap text-ink-3">{nameOf(day.day)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
