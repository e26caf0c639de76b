"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { PageHead } from "@/components/page-head";
import { SkeletonRows } from "@/components/skeleton";
import { Switch } from "@/components/switch";
import { TextLink } from "@/components/text-link";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import type { ComparedRow } from "@/server/configuration/compare";
import type { ChosenStations } from "@/server/stations/chosen";
import { addresses } from "../addresses";
import { CompareTable } from "./compare-table";
import { chosenOf, compareSearch, searchOf, toText } from "./config-search";

/** Stations beside each other: what differs between them, and from here what to make the same. */
export function CompareLive() {
  const t = useTranslations("configuration");
  const [search] = useQueryStates(compareSearch);
  const chosen = chosenOf(search);
  if (!chosen) {
    return (
      <>
        <PageHead title={t("compare")} />
        <EmptyState
          kind="nothing-yet"
          title={t("noneChosen")}
          action={<TextLink href={addresses.stations}>{t("toStations")}</TextLink>}
        >
          {t("noneChosenHelp")}
        </EmptyState>
      </>
    );
  }
  return <Comparison chosen={chosen} />;
}

function Comparison({ chosen }: { chosen: ChosenStations }) {
  const t = useTranslations("configuration");
  const trpc = useTRPC();
  const router = useRouter();
  const [{ all, facts }, setSearch] = useQueryStates(compareSearch, { history: "replace" });
  const [wanted, setWanted] = useState<ReadonlyMap<string, { row: ComparedRow; value: string }>>(new Map());
  const list = useInfiniteQuery({
    ...trpc.configuration.compare.infiniteQueryOptions({ chosen, all, facts }, nextPage),
    placeholderData: keepPreviousData,
  });
  const [first] = list.data?.pages ?? [];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];

  function want(row: ComparedRow, value: string | undefined) {
    const next = new Map(wanted);
    if (value === undefined) next.delete(row.key);
    else next.set(row.key, { row, value });
    setWanted(next);
  }

  function plan() {
    const settings = [...wanted.values()].map(({ row: { variable }, value }) => ({ variable, value }));
    router.push(addresses.configPlan({ ...searchOf(chosen), ...(settings.length > 0 && { set: toText(settings) }) }));
  }

  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHead
        title={t("compare")}
        count={first && t("stations", { count: first.stations.length })}
        actions={
          <>
            <Switch isSelected={all} onChange={(value) => void setSearch({ all: value })}>
              {t("showAll")}
            </Switch>
            <Switch isSelected={facts} onChange={(value) => void setSearch({ facts: value })}>
              {t("showFacts")}
            </Switch>
            <Button look="primary" Icon={ListChecks} onPress={plan}>
              {wanted.size === 0 ? t("planTemplates") : t("planValues", { count: wanted.size })}
            </Button>
          </>
        }
      />
      {list.error && (
        <ErrorPanel what={t("compareFailed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <SkeletonRows rows={8} label={t("loading")} />}
      {first && rows.length === 0 && (
        <EmptyState kind="nothing-yet" title={t("same")}>
          {t("sameHelp")} {!facts && t("factsHidden")}
        </EmptyState>
      )}
      {first && rows.length > 0 && (
        <CompareTable stations={first.stations} rows={rows} wanted={wanted} onWant={want}>
          {list.hasNextPage && (
            <Button isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
              {t("more")}
            </Button>
          )}
        </CompareTable>
      )}
    </div>
  );
}
