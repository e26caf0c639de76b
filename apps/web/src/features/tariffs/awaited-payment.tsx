"use client";

import { useTranslations } from "next-intl";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";

/** An evse that waits for somebody who pays in a browser, until its time is over. */
export function AwaitedPayment({ evse, until }: { evse: number; until: Date }) {
  const t = useTranslations("settlement");
  const isOver = useClock((now) => now >= until.getTime());
  if (isOver) return null;
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-line border-b py-2">
      <Glyph name="held" />
      <span>{t("waits", { evse })}</span>
      <span className="text-ink-2">{t.rich("until", { time: () => <ClockTime at={until} /> })}</span>
    </li>
  );
}
