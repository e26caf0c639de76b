"use client";

import { issueKinds } from "@chargehand/domain/issues/issue";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { Button } from "@/components/button";
import { Facet } from "@/components/chip";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { useKeys } from "@/components/keys/use-keys";
import { PageHead } from "@/components/page-head";
import { Select } from "@/components/select";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { useStepping } from "../keys/stepping";
import { issueQuery, issueSearch } from "./issue-search";
import { IssuesTable } from "./issues-table";
import { useIssueActions } from "./use-issue-actions";

const views = ["open", "mine", "muted", "over"] as const;

/** What is wrong in the network, the most urgent first, as it happens. */
export function IssuesLive() {
  const t = useTranslations("issues");
  const trpc = useTRPC();
  const router = useRouter();
  const [search, setSearch] = useQueryStates(issueSearch, { history: "replace" });
  const [active, setActive] = useState<string>();
  const list = useInfiniteQuery({
    ...trpc.issues.list.infiniteQueryOptions(issueQuery(search), nextPage),
    placeholderData: keepPreviousData,
  });
  const { data: counts } = useQuery(trpc.issues.counts.queryOptions());
  const actions = useIssueActions();
  const issues = list.data?.pages.flatMap(({ rows }) => rows) ?? [];
  useStepping(issues.map(({ id }) => addresses.issue(id)));
  const chosen = issues.find(({ id }) => String(id) === active);
  const canAct = actions.isPossible && chosen !== undefined && chosen.state !== "resolved";
  useKeys(canAct ? { acknowledge: () => actions.acknowledge([chosen.id]), mute: () => actions.mute([chosen.id]) } : {});

  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHead
        title={t("title")}
        actions={
          canAct && (
            <>
              <Button shortcut="acknowledge" onPress={() => actions.acknowledge([chosen.id])}>
                {t("acknowledge")}
              </Button>
              <Button shortcut="mute" onPress={() => actions.mute([chosen.id])}>
                {t("mute")}
              </Button>
            </>
          )
        }
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-5 pb-2 max-md:px-4">
        <fieldset className="flex items-center gap-1">
          <legend className="sr-only">{t("view.label")}</legend>
          {views.map((view) => (
            <Facet
              key={view}
              label={t(`view.${view}`)}
              count={view === "over" ? undefined : (counts?.[view] ?? 0)}
              isChosen={search.view === view}
              onPress={() => void setSearch({ view })}
            />
          ))}
        </fieldset>
        <Select
          label={t("kind.label")}
          isLabelHidden
          chosen={search.kind ?? "all"}
          onChoose={(kind) => void setSearch({ kind: kind === "all" ? null : kind })}
          options={(["all", ...issueKinds] as const).map((id) => ({ id, label: t(`kind.${id}`) }))}
          className="w-44"
        />
      </div>
      {actions.overlay}
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.isPending ? (
        !list.error && <SkeletonRows rows={12} label={t("loading")} />
      ) : (
        <IssuesTable
          issues={issues}
          activeId={active}
          onActivate={setActive}
          onOpen={({ id }) => router.push(addresses.issue(id))}
          onEndReached={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          empty={
            search.kind !== null ? (
              <EmptyState
                kind="filtered"
                title={t("filtered")}
                action={<Button onPress={() => void setSearch({ kind: null })}>{t("clear")}</Button>}
              />
            ) : (
              <NoIssues view={search.view} />
            )
          }
        />
      )}
    </div>
  );
}

function NoIssues({ view }: { view: (typeof views)[number] }) {
  const t = useTranslations("issues");
  const titles = { open: t("none"), mine: t("noneMine"), muted: t("noneMuted"), over: t("noneOver") };
  return (
    <EmptyState kind="nothing-yet" title={titles[view]}>
      {view === "open" && t("noneHelp")}
    </EmptyState>
  );
}
