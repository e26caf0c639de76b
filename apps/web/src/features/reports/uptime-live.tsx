"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { type Fact, FactRow } from "@/components/key-values";
import { SkeletonRows } from "@/components/skeleton";
import { useDuration } from "@/components/use-duration";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { Exclusions } from "./exclusions";
import { ReportHead } from "./report-head";
import { reportSearch, uptimeAsked } from "./report-search";
import { UptimeShare } from "./uptime-share";
import { type OpenDays, UptimeTable } from "./uptime-table";

/** How long stations were there in a month, down to the exact times in which they were not. */
export function UptimeLive({ now }: { now: Date }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const speak = useDuration();
  const trpc = useTRPC();
  const [search] = useQueryStates(reportSearch, { history: "replace" });
  const asked = uptimeAsked(search, now);
  const list = useInfiniteQuery({
    ...trpc.reports.uptime.infiniteQueryOptions(asked, nextPage),
    placeholderData: keepPreviousData,
  });
  // A large network takes seconds to add up: whoever wants that says so.
  const [wantsAll, setWantsAll] = useState(false);
  const { data: sum, isFetching } = useQuery({
    ...trpc.reports.uptimeSum.queryOptions(asked),
    enabled: asked.site !== undefined || wantsAll,
  });
  const [open, setOpen] = useState<OpenDays>();
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const facts: Fact[] = sum
    ? [
        { label: t("uptime"), value: <UptimeShare {...sum} /> },
        { label: t("stations"), value: format.number(sum.stations) },
        { label: t("outages"), value: format.number(sum.outages) },
        { label: t("away"), value: speak(sum.awayS * 1_000) },
        { label: t("excluded"), value: speak(sum.excludedS * 1_000) },
        { label: t("due"), value: speak(sum.dueS * 1_000) },
      ]
    : [];

  return (
    <div className="flex min-h-full flex-col print:block">
      <ReportHead
        now={now}
        exportHref={addresses.uptimeExport({
          month: asked.month,
          ...(asked.site !== undefined && { site: `${asked.site}` }),
        })}
      />
      <div className="flex flex-col gap-3 px-5 py-3 max-md:px-4 print:p-0">
        {sum ? (
          <FactRow facts={facts} />
        ) : (
          <Button className="self-start print:hidden" isDisabled={isFetching} onPress={() => setWantsAll(true)}>
            {t(isFetching ? "adding" : "addUp")}
          </Button>
        )}
        <p className="max-w-[72ch] text-13 text-ink-2">{t("formula")}</p>
        {list.error && (
          <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
        )}
        {list.isPending ? (
          <SkeletonRows rows={8} label={t("loading")} />
        ) : rows.length === 0 ? (
          <EmptyState kind="nothing-yet" title={t("noStations")} />
        ) : (
          <UptimeTable
            month={asked.month}
            rows={rows}
            first={list.data?.pages[0]?.first ?? ""}
            open={open}
            onOpen={setOpen}
          />
        )}
        {list.hasNextPage && (
          <Button
            className="self-start print:hidden"
            isDisabled={list.isFetchingNextPage}
            onPress={() => void list.fetchNextPage()}
          >
            {t("more")}
          </Button>
        )}
        <Exclusions site={asked.site} />
        <p className="hidden text-12 text-ink-3 print:block">{t("printed", { at: format.dateTime(now, "full") })}</p>
      </div>
    </div>
  );
}
