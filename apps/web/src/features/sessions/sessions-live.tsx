"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { useStepping } from "../keys/stepping";
import { sessionRowOf } from "./session-row-of";
import { sessionQuery, sessionSearch } from "./session-search";
import { SessionsHead } from "./sessions-head";
import { SessionsTable } from "./sessions-table";

/** Sessions of the network, or of one station; those that run are live. */
export function SessionsLive({ station }: { station?: number }) {
  const t = useTranslations("sessions");
  const trpc = useTRPC();
  const router = useRouter();
  const [search, setSearch] = useQueryStates(sessionSearch, { history: "replace", throttleMs: 200 });
  const [active, setActive] = useQueryState("sel", parseAsString);
  const list = useInfiniteQuery({
    ...trpc.sessions.list.infiniteQueryOptions(sessionQuery(search, { station }), nextPage),
    placeholderData: keepPreviousData,
  });
  const { data: counts } = useQuery({ ...trpc.sessions.counts.queryOptions(), enabled: station === undefined });
  const sessions = useMemo(() => list.data?.pages.flatMap(({ rows }) => rows.map(sessionRowOf)) ?? [], [list.data]);
  useStepping(sessions.map(({ id }) => addresses.session(id)));
  const isNarrowed = search.only !== null || search.q !== "";

  return (
    <div className="flex h-full min-h-0 flex-1 flex-col">
      {station === undefined && (
        <SessionsHead
          text={search.q}
          onText={(q) => void setSearch({ q: q || null })}
          only={search.only}
          onOnly={(only) => void setSearch({ only })}
          counts={counts}
          exportHref={addresses.sessionsExport({
            ...(search.q && { q: search.q }),
            ...(search.only && { only: search.only }),
          })}
        />
      )}
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.isPending ? (
        <SkeletonRows rows={12} label={t("loading")} />
      ) : (
        <SessionsTable
          sessions={sessions}
          activeId={active ?? undefined}
          onActivate={(id) => void setActive(id)}
          onOpen={({ id }) => router.push(addresses.session(id))}
          onEndReached={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          withStation={station === undefined}
          empty={
            isNarrowed ? (
              <EmptyState
                kind="filtered"
                title={t("filtered")}
                action={<Button onPress={() => void setSearch({ only: null, q: null })}>{t("clear")}</Button>}
              />
            ) : (
              <EmptyState kind="nothing-yet" title={t("none")}>
                {t("noneHelp")}
              </EmptyState>
            )
          }
        />
      )}
    </div>
  );
}
