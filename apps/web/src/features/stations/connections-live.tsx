"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { BootPolicyLive } from "./boot-policy";
import { ConnectionsDays } from "./connections-days";
import { ConnectionsTable } from "./connections-table";
import { ProbingLive } from "./probing";
import { useStation } from "./use-station";

/** How a station's line has held. */
export function ConnectionsLive({ identity }: { identity: string }) {
  const t = useTranslations("connections");
  const trpc = useTRPC();
  const { station } = useStation(identity);
  const { data: days } = useQuery(trpc.stations.connectionDays.queryOptions({ station: station.id }));
  const [active, setActive] = useState<string>();
  const list = useInfiniteQuery({
    ...trpc.stations.connections.infiniteQueryOptions({ station: station.id }, nextPage),
    placeholderData: keepPreviousData,
  });
  const connections = useMemo(
    () =>
      list.data?.pages.flatMap(({ rows }) =>
        rows.map(({ epoch, closedAt, closeCode, closeReason, userAgent, ...row }) => ({
          ...row,
          id: epoch,
          closedAt: closedAt ?? undefined,
          closeCode: closeCode ?? undefined,
          closeReason: closeReason ?? undefined,
          userAgent: userAgent ?? undefined,
        })),
      ) ?? [],
    [list.data],
  );

  return (
    <>
      <BootPolicyLive station={station.id} spelling={station.version === "1.6" ? "keys" : "variables"} />
      <ProbingLive station={station.id} />
      {days && <ConnectionsDays days={days} />}
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.isPending ? (
        <SkeletonRows rows={8} label={t("loading")} />
      ) : (
        <ConnectionsTable
          connections={connections}
          activeId={active}
          onActivate={setActive}
          onEndReached={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          empty={
            <EmptyState kind="nothing-yet" title={t("none")}>
              {t("noneHelp")}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
