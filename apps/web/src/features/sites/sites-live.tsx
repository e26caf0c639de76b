"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Map as MapIcon, Plus, Table } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { PageHead } from "@/components/page-head";
import { SearchField } from "@/components/search-field";
import { Segments } from "@/components/segments";
import { SkeletonRows } from "@/components/skeleton";
import type { DataTableHandle } from "@/components/table/data-table";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { useStepping } from "../keys/stepping";
import { MapBeside } from "../map/map-beside";
import { useMay } from "../person/may";
import { NewSite } from "./late-parts";
import { SitesTable } from "./sites-table";

const looks = ["table", "map"] as const;

/** All places where stations stand, as a list or beside a map. */
export function SitesLive() {
  const t = useTranslations("sites");
  const trpc = useTRPC();
  const router = useRouter();
  const table = useRef<DataTableHandle>(null);
  const mayWrite = useMay("sites.write");
  const [q, setQ] = useQueryState("q", parseAsString.withDefault("").withOptions({ throttleMs: 200 }));
  const [look, setLook] = useQueryState("look", parseAsStringLiteral(looks).withDefault("table"));
  const [active, setActive] = useQueryState("sel", parseAsString);
  const [isAdding, setAdding] = useState(false);
  const list = useInfiniteQuery({
    ...trpc.sites.find.infiniteQueryOptions({ q }, nextPage),
    placeholderData: keepPreviousData,
    // What they draw changes all the time, and nothing tells of it.
    refetchInterval: 30_000,
  });
  const sites = list.data?.pages.flatMap(({ rows }) => rows) ?? [];
  useStepping(sites.map(({ id }) => addresses.site(id)));

  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHead
        title={t("title")}
        count={list.data && t(list.hasNextPage ? "countMore" : "count", { count: sites.length })}
        actions={
          <>
            <Segments
              label={t("look.label")}
              chosen={look}
              onChoose={(next) => void setLook(next)}
              options={[
                { id: "table", label: t("look.table"), Icon: Table },
                { id: "map", label: t("look.map"), Icon: MapIcon },
              ]}
            />
            {mayWrite && (
              <Button look="primary" Icon={Plus} onPress={() => setAdding(true)}>
                {t("add")}
              </Button>
            )}
          </>
        }
      />
      {look === "map" ? (
        <MapBeside q="" />
      ) : (
        <>
          <div className="px-5 pb-2 max-md:px-4">
            <SearchField
              label={t("search")}
              placeholder={t("search")}
              value={q}
              onChange={(typed) => void setQ(typed || null)}
            />
          </div>
          {list.error && (
            <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
          )}
          {list.isPending ? (
            <SkeletonRows rows={12} label={t("loading")} />
          ) : (
            <SitesTable
              ref={table}
              sites={sites}
              activeId={active ?? undefined}
              onActivate={(id) => void setActive(id)}
              onOpen={({ id }) => router.push(addresses.site(id))}
              onEndReached={() => {
                if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
              }}
              empty={
                q === "" ? (
                  <EmptyState kind="nothing-yet" title={t("none")}>
                    {t("noneHelp")}
                  </EmptyState>
                ) : (
                  <EmptyState
                    kind="filtered"
                    title={t("filtered")}
                    action={<Button onPress={() => void setQ(null)}>{t("clear")}</Button>}
                  />
                )
              }
            />
          )}
        </>
      )}
      {isAdding && <NewSite onClose={() => setAdding(false)} />}
    </div>
  );
}
