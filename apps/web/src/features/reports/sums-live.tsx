"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { Segments } from "@/components/segments";
import { SkeletonRows } from "@/components/skeleton";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { ReportHead } from "./report-head";
import { reportSearch, sumsAsked } from "./report-search";
import { SumsTable } from "./sums-table";

/** What was charged: by month of a year, or of one month by site or token. */
export function SumsLive({ now }: { now: Date }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(reportSearch, { history: "replace" });
  const asked = sumsAsked(search, now);
  const { data, error, isPending, refetch } = useQuery({
    ...trpc.reports.sessions.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  const { by } = search;
  return (
    <div className="flex min-h-full flex-col print:block">
      <ReportHead
        now={now}
        exportHref={addresses.sumsExport({
          ...{ by, from: asked.from, until: asked.until },
          ...(asked.site !== undefined && { site: `${asked.site}` }),
        })}
      >
        <Segments
          label={t("by")}
          chosen={by}
          onChoose={(each) => void setSearch({ by: each })}
          options={(["month", "site", "token"] as const).map((id) => ({ id, label: t(`byWhat.${id}`) }))}
        />
      </ReportHead>
      <div className="flex flex-col gap-3 px-5 py-3 max-md:px-4 print:p-0">
        <p className="max-w-[72ch] text-13 text-ink-2">{t("sumsFormula")}</p>
        {error && <ErrorPanel what={t("failed")} stillWorks={error.message} onRetry={() => void refetch()} />}
        {isPending && <SkeletonRows rows={8} label={t("loading")} />}
        {data?.length === 0 && <EmptyState kind="nothing-yet" title={t("noSessions")} />}
        {data && data.length > 0 && <SumsTable by={by} rows={data} />}
        {data && data.length >= 200 && <p className="text-13 text-ink-2">{t("mostOnly", { count: data.length })}</p>}
        <p className="hidden text-12 text-ink-3 print:block">{t("printed", { at: format.dateTime(now, "full") })}</p>
      </div>
    </div>
  );
}
