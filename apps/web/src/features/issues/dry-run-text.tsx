"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/live/trpc";
import type { RuleRow } from "@/server/issues/rules";

/** What a rule would have done lately, counted before anybody turns it on. */
export function DryRunText({ rule }: { rule: Pick<RuleRow, "kind" | "codes" | "vendor" | "site" | "afterSeconds"> }) {
  const t = useTranslations("rules");
  const trpc = useTRPC();
  const { kind, codes, vendor, site, afterSeconds } = rule;
  const { data } = useQuery({
    ...trpc.issues.dryRun.queryOptions({ kind, codes, vendor, site, afterSeconds }),
    placeholderData: keepPreviousData,
  });
  return (
    <div aria-live="polite" className="min-h-16 rounded-1 bg-well px-3 py-2">
      {data && (
        <>
          <b className="block font-value text-12 text-ink-2">{t("dryRun", { days: data.days })}</b>
          {t("dryRunText", { ...data })} {t("openNow", { count: data.openNow })}
        </>
      )}
    </div>
  );
}
