"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useMemo } from "react";
import { Chip } from "@/components/chip";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { WithInspector } from "@/components/inspector";
import { PageHead } from "@/components/page-head";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { RefusalInspector } from "./refusal-inspector";
import { refusalsQuestion } from "./refusals-question";
import { RefusalsTable } from "./refusals-table";

/** Connections that were not taken, newest first, as they happen. */
export function RefusalsLive() {
  const t = useTranslations("refusals");
  const trpc = useTRPC();
  const [identity, setIdentity] = useQueryState("station", parseAsString);
  const [active, setActive] = useQueryState("sel", parseAsString);
  const { data, error, errorUpdatedAt, refetch, isPending, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    ...trpc.stations.refusals.infiniteQueryOptions(refusalsQuestion(identity), nextPage),
    placeholderData: keepPreviousData,
  });
  const refusals = useMemo(() => data?.pages.flatMap(({ rows }) => rows) ?? [], [data]);
  const shown = refusals.find(({ id }) => id === active);

  return (
    <WithInspector inspector={shown && <RefusalInspector refusal={shown} onClose={() => void setActive(null)} />}>
      <PageHead
        title={t("title")}
        news={identity !== null && <Chip field="station" value={identity} onRemove={() => void setIdentity(null)} />}
      />
      {error && <ErrorPanel what={t("couldNot")} since={new Date(errorUpdatedAt)} onRetry={() => void refetch()} />}
      {isPending ? (
        !error && <SkeletonRows rows={12} label={t("loading")} />
      ) : (
        <RefusalsTable
          refusals={refusals}
          activeId={active ?? undefined}
          onActivate={(id) => void setActive(id)}
          onEndReached={() => {
            if (hasNextPage && !isFetching) void fetchNextPage();
          }}
          empty={
            <EmptyState kind="nothing-yet" title={t("none")}>
              {t("noneHelp")}
            </EmptyState>
          }
        />
      )}
    </WithInspector>
  );
}
