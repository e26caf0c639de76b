"use client";

import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { SectionTitle } from "@/components/section-title";
import { Segments } from "@/components/segments";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { CampaignHead } from "./campaign-head";
import { campaignSearch, shownTargets } from "./campaign-search";
import { CampaignTotals } from "./campaign-totals";
import { StagesList } from "./stages-list";
import { TargetsTable } from "./targets-table";

/** One campaign: how far it is, stage by stage, and where each station stands. */
export function CampaignLive({ id }: { id: number }) {
  const t = useTranslations("campaigns");
  const trpc = useTRPC();
  const [{ show }, setSearch] = useQueryStates(campaignSearch, { history: "replace" });
  const { data: campaign } = useSuspenseQuery(trpc.campaigns.byId.queryOptions({ id }));
  const list = useInfiniteQuery({
    ...trpc.campaigns.targets.infiniteQueryOptions({ campaign: id, state: show ?? undefined }, nextPage),
    placeholderData: keepPreviousData,
  });
  const targets = list.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const countOf = (state: (typeof shownTargets)[number]) =>
    state === "excluded" ? campaign.excluded : campaign.counts[state];

  return (
    <div className="flex min-h-full flex-col">
      <CampaignHead campaign={campaign} />
      <div className="flex flex-col gap-5 px-5 pb-4 max-md:px-4">
        <CampaignTotals counts={campaign.counts} excluded={campaign.excluded} />
        {campaign.stages.length > 1 && <StagesList stages={campaign.stages} />}
      </div>
      <div className="px-5 max-md:px-4">
        <SectionTitle
          aside={
            <Segments
              label={t("show")}
              chosen={show ?? "all"}
              onChoose={(state) => void setSearch({ show: state === "all" ? null : state })}
              options={[
                { id: "all", label: t("all") },
                ...shownTargets
                  .filter((state) => countOf(state) > 0)
                  .map((state) => ({ id: state, label: `${t(`target.${state}`)} ${countOf(state)}` })),
              ]}
            />
          }
        >
          {t("stations")}
        </SectionTitle>
      </div>
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      <div className="flex min-h-80 flex-1 flex-col">
        {list.isPending ? (
          <SkeletonRows rows={8} label={t("loading")} />
        ) : (
          <TargetsTable
            targets={targets}
            onEndReached={() => {
              if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
            }}
            empty={<EmptyState kind="filtered" title={t("noneOfThese")} />}
          />
        )}
      </div>
    </div>
  );
}
