"use client";

import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { Inspector, InspectorSection } from "@/components/inspector";
import { KeyValues } from "@/components/key-values";
import { useRefusalWords } from "./refusal-words";
import type { RefusalRow } from "./refusals-table";
import { useRemedyWords } from "./remedy-words";

/** One connection that was not taken: why, and what to change. */
export function RefusalInspector({ refusal, onClose }: { refusal: RefusalRow; onClose: () => void }) {
  const t = useTranslations("refusals");
  const words = useRefusalWords();
  const remedy = useRemedyWords()(refusal);
  const mono = (text: string) => <span className="mono break-all">{text}</span>;
  return (
    <Inspector
      title={refusal.identity === undefined ? t("nameless") : mono(refusal.identity)}
      note={words(refusal.reason)}
      onClose={onClose}
    >
      {remedy && (
        <InspectorSection title={t("remedy")}>
          <p className="text-ink-2">{remedy}</p>
        </InspectorSection>
      )}
      <InspectorSection>
        <KeyValues
          facts={[
            { label: t("time"), value: <ClockTime at={refusal.at} /> },
            { label: t("from"), value: mono(refusal.remoteAddress) },
            { label: t("path"), value: mono(refusal.path) },
            { label: t("status"), value: String(refusal.status ?? "–") },
            ...(refusal.offered ? [{ label: t("offered"), value: mono(refusal.offered) }] : []),
            ...(refusal.userAgent ? [{ label: t("userAgent"), value: mono(refusal.userAgent) }] : []),
          ]}
        />
      </InspectorSection>
    </Inspector>
  );
}
