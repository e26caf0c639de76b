"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { SectionTitle } from "@/components/section-title";
import { useTRPC } from "@/live/trpc";

/** What came of the payments at a station's own terminal; not there where it has none. */
export function SettlementsPanel({ station }: { station: number }) {
  const t = useTranslations("settlement");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.holdings.list.queryOptions({ station, kinds: ["settlement"] }));
  const rows = data?.flatMap((holding) =>
    holding.kind === "settlement" ? [{ ...holding.value, id: holding.key }] : [],
  );
  if (!rows?.length) return null;
  return (
    <section aria-label={t("title")}>
      <SectionTitle count={rows.length}>{t("title")}</SectionTitle>
      <ul>
        {rows.map(({ id, at, amount, status, why, session, receiptUrl }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 border-line border-b py-2">
            <Glyph name={status === "settled" ? "confirmed" : status === "canceled" ? "expired" : "failed"} />
            <ClockTime at={new Date(at)} className="text-ink-2" />
            <span className="font-value tabular-nums">{amount}</span>
            <span>{t(`status.${status}`)}</span>
            {why && <span className="text-ink-2">{why}</span>}
            <span className="mono text-ink-3">{id}</span>
            {session && <span className="mono text-ink-3">{session}</span>}
            {receiptUrl && <span className="mono truncate text-ink-3">{receiptUrl}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
