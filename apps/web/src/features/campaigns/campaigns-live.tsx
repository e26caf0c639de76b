"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { buttonClasses } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { PageHead } from "@/components/page-head";
import { Segments } from "@/components/segments";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { useMay } from "../person/may";
import { campaignsSearch, campaignViews } from "./campaign-search";
import { CampaignsTable } from "./campaigns-table";
import { Schedule } from "./schedule";

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
  const [{ view }, setSearch] = useQueryStates(campaignsSearch, { history: "replace" });
  const mayWrite = useMay("campaigns.write");
  const campaigns = list.data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHead
        title={t("title")}
        actions={
          <>
            <Segments
              label={t("view")}
              chosen={view}
              onChoose={(next) => void setSearch({ view: next })}
              options={campaignViews.map((id) => ({ id, label: t(`views.${id}`) }))}
            />
            {mayWrite && (
              <Link href={addresses.newCampaign()} className={buttonClasses("primary", "normal")}>
                {t("newOne")}
              </Link>
            )}
          </>
        }
      />
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {view === "schedule" ? (
        <Schedule />
      ) : list.isPending ? (
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
