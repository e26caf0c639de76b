"use client";

import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { SectionTitle } from "@/components/section-title";
import { useDated } from "@/components/use-dated";
import type { IssueLine } from "@/server/issues/by-id";

/** Everything that happened about an issue, the latest first. */
export function IssueHistory({ lines }: { lines: readonly IssueLine[] }) {
  const t = useTranslations("issuePage");
  const words = useLineWords();
  return (
    <div>
      <SectionTitle id="history">{t("history")}</SectionTitle>
      <ol>
        {lines.map((line) => (
          <li
            key={line.id}
            className="grid min-h-8 grid-cols-[128px_minmax(0,110px)_1fr] items-baseline gap-x-3 border-line border-b py-1.5 max-md:grid-cols-[1fr_auto]"
          >
            <ClockTime at={line.at} className="text-12 text-ink-2" />
            <span className="truncate text-ink-2">{line.actor ?? t("system")}</span>
            <span className="whitespace-pre-wrap break-words max-md:col-span-2">{words(line)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function useLineWords() {
  const t = useTranslations("issuePage");
  const dated = useDated();
  return ({ type, data }: IssueLine): string => {
    const { count = 0, to, until, text = "", reason = "", detail = "", rule = "" } = data;
    switch (type) {
      case "opened":
      case "reopened":
        return t(`entry.${type}`, { count: count > 1 ? count : 0 });
      case "worse":
      case "better":
        return t(`entry.${type}`, { count });
      case "watching":
      case "returned":
      case "resolved":
      case "acknowledged":
      case "unmuted":
        return t(`entry.${type}`);
      case "assigned":
        return to ? t("entry.assigned", { to }) : t("entry.assignedNobody");
      case "muted":
        return t("entry.muted", { until: until ? dated(new Date(until)) : "" });
      case "closed":
        return t("entry.closed", { reason });
      case "note":
        return text;
      case "tried":
        return t("entry.tried", { rule });
      case "try-worked":
        return t("entry.tryWorked");
      case "try-failed":
        return t("entry.tryFailed", { detail: detail === "no-change" ? t("noChange") : detail });
      case "gave-up":
        return t("entry.gaveUp");
      case "handed-over":
        return t("entry.handedOver", { to: to ?? "" });
      default:
        return type;
    }
  };
}
