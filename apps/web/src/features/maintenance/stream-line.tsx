"use client";

import type { Stream } from "@chargehand/domain/maintenance/stream";
import { useTranslations } from "next-intl";
import { Sparkline } from "@/components/sparkline";

/** The latest values that the station streamed of a variable, and how often it sends them. */
export function StreamLine({ stream, name }: { stream: Stream; name: string }) {
  const t = useTranslations("maintenance.monitors");
  const { samples, intervalSeconds, values } = stream;
  const pace = [
    intervalSeconds !== undefined && t("everySeconds", { count: intervalSeconds }),
    values !== undefined && t("everyValues", { count: values }),
  ].filter(Boolean);
  const first = samples.at(0);
  const last = samples.at(-1);
  if (!first || !last) return <span className="text-12 text-ink-3">{[t("stream"), ...pace].join(", ")}</span>;
  const points = samples.map(({ at, value }) => ({ at: Date.parse(at), value: numberIn(value) }));
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Sparkline
        samples={points}
        from={Date.parse(first.at)}
        until={Date.parse(last.at)}
        gap={Number.POSITIVE_INFINITY}
        width={120}
        label={t("streamLabel", { name })}
      />
      <span className="font-value">{last.value}</span>
      <span className="text-12 text-ink-3">{[t("stream"), ...pace].join(", ")}</span>
    </span>
  );
}

/** Words have no place on a line. */
const numberIn = (value: string) => (value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : null);
