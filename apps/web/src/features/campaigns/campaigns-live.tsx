"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { PageHead } from "@/components/page-head";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { CampaignsTable } from "./campaigns-table";

/** Everything that is, was or will be done to many stations. */
export function CampaignsLive() {
  const t = useTranslations("campaigns");
  const trpc = useTRPC();
  const router = useRouter();
  const [active, setActive] = useState<string>();
  const list = useInfiniteQuery({
    ...trpc.campaigns.list.infiniteQueryOptions({}, nextPage),
    placeholderData: keepPreviousData,
  });
  const campaigns = list.data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHead title={t("title")} />
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.isPending ? (
        <SkeletonRows rows={6} label={t("loading")} />
      ) : (
        <CampaignsTable
          campaigns={campaigns}
          activeId={active}
          onActivate={setActive}
          onOpen={({ id }) => router.push(addresses.campaign(id))}
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
    </div>
  );
}
