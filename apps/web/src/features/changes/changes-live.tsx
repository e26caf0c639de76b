"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { PageHead } from "@/components/page-head";
import { Segments } from "@/components/segments";
import { SkeletonRows } from "@/components/skeleton";
import { useDated } from "@/components/use-dated";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { ChangeLine } from "./change-line";
import { changeSearch, type Span, sinceOf, spans } from "./change-search";

/** Not everything that changes is told by an event, so the page asks again. */
const refetchInterval = 5_000;

/** Everything that changed: by people and programs, by the console itself, and by stations of their own accord. */
export function ChangesLive({ now, lastShift }: { now: Date; lastShift: Date | null }) {
  const t = useTranslations("changes");
  const trpc = useTRPC();
  const dated = useDated();
  const [{ span, source, since }, setSearch] = useQueryStates(changeSearch, { history: "replace" });
  const shift = useQuery({ ...trpc.changes.lastShift.queryOptions(), initialData: lastShift });
  const [drawnAt] = useState(now);
  const from = since ?? sinceOf(span, { lastShift: shift.data, now: drawnAt });
  const list = useInfiniteQuery({
    ...trpc.changes.list.infiniteQueryOptions({ sources: source ? [source] : undefined, since: from }, nextPage),
    placeholderData: keepPreviousData,
    refetchInterval,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];

  return (
    <div className="flex min-h-full flex-col">
      <PageHead
        title={t("title")}
        count={from && t("since", { time: dated(from) })}
        actions={
          <Segments
            label={t("span.label")}
            chosen={span}
            onChoose={(next: Span) => void setSearch({ span: next, since: null })}
            options={spans.map((id) => ({ id, label: t(`span.${id}`) }))}
          />
        }
      />
      <div className="px-5 pb-2 max-md:px-4">
        <Segments
          label={t("source.label")}
          chosen={source ?? "all"}
          onChoose={(next) => void setSearch({ source: next === "all" ? null : next })}
          options={(["all", "people", "system", "station"] as const).map((id) => ({ id, label: t(`source.${id}`) }))}
        />
      </div>
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.isPending ? (
        !list.error && <SkeletonRows rows={12} label={t("loading")} />
      ) : (
        <ol aria-label={t("title")}>
          {rows.map((change) => (
            <ChangeLine key={change.id} change={change} />
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <div className="px-5 py-3 max-md:px-4">
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {t("more")}
          </Button>
        </div>
      )}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState kind="filtered" title={t("none")}>
          {t("noneHelp")}
        </EmptyState>
      )}
    </div>
  );
}
