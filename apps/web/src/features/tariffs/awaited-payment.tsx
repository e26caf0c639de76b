"use client";

import { useTranslations } from "next-intl";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";

/** An evse that waits for somebody who pays in a browser: until its time is over, or whoever paid has begun. */
export function AwaitedPayment({
  evse,
  seconds,
  since,
  began,
}: {
  evse: number;
  seconds: number;
  since: Date;
  /** When the session that runs there began. */
  began: Date | undefined;
}) {
  const t = useTranslations("settlement");
  const until = new Date(since.getTime() + seconds * 1000);
  const isOver = useClock((now) => now >= until.getTime());
  if (isOver || (began && began >= since)) return null;
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-line border-b py-2">
      <Glyph name="held" />
      <span>{t("waits", { evse })}</span>
      <span className="text-ink-2">{t.rich("until", { time: () => <ClockTime at={until} /> })}</span>
    </li>
  );
}
