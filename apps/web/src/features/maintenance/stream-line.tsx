"use client";

import type { Stream } from "@chargehand/domain/maintenance/stream";
import { useTranslations } from "next-intl";
import { Sparkline } from "@/components/sparkline";

/** The latest values that the station streamed of a variable. */
export function StreamLine({ stream: { samples }, name }: { stream: Stream; name: string }) {
  const t = useTranslations("maintenance.monitors");
  const first = samples.at(0);
  const last = samples.at(-1);
  if (!first || !last) return null;
  const points = samples.map(({ at, value }) => ({ at: Date.parse(at), value: numberIn(value) }));
  return (
    <span className="flex items-center gap-2">
      <Sparkline
        samples={points}
        from={Date.parse(first.at)}
        until={Date.parse(last.at)}
        gap={Number.POSITIVE_INFINITY}
        width={120}
        label={t("streamLabel", { name })}
      />
      <span className="font-value">{last.value}</span>
    </span>
  );
}

/** Words have no place on a line. */
const numberIn = (value: string) => (value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : null);
