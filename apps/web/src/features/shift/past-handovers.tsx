"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { SectionTitle } from "@/components/section-title";
import { useTRPC } from "@/live/trpc";

/** What was said at the last handovers. */
export function PastHandovers() {
  const t = useTranslations("shift");
  const trpc = useTRPC();
  const { data: past = [] } = useQuery(trpc.shift.past.queryOptions());
  return (
    <section aria-labelledby="past">
      <SectionTitle id="past">{t("past")}</SectionTitle>
      {past.length === 0 && <p className="py-2 text-ink-2">{t("noPast")}</p>}
      <ul>
        {past.map(({ id, at, fromName, toName, notes }) => (
          <li key={id} className="border-line border-b py-1.5">
            <span className="flex items-baseline justify-between gap-3">
              <b className="font-value">{t("pastLine", { from: fromName, to: toName })}</b>
              <ClockTime at={at} precision="minutes" className="text-12 text-ink-2" />
            </span>
            <span className="block whitespace-pre-wrap text-ink-2">{notes}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
