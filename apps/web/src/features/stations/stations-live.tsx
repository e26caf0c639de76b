"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { WithInspector } from "@/components/inspector";
import { SkeletonRows } from "@/components/skeleton";
import type { DataTableHandle } from "@/components/table/data-table";
import { addresses } from "../addresses";
import { useMay } from "../person/may";
import { AddStation } from "./late-parts";
import { PendingStationsLive } from "./pending-stations-live";
import { StationInspectorLive } from "./station-inspector-live";
import { listQuestion, parseSorting, writeSorting } from "./station-question";
import { StationsHead } from "./stations-head";
import { StationsTable } from "./stations-table";
import { useStations } from "./use-stations";
import { useWrittenFilter } from "./use-written-filter";

/** The list of stations, live: filter, order and selection stand in the address. */
export function StationsLive() {
  const t = useTranslations("stations");
  const router = useRouter();
  const table = useRef<DataTableHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const { written, filter, change, clear } = useWrittenFilter();
  const [order, setOrder] = useQueryState("sort", parseAsString.withDefault(""));
  const [selected, setSelected] = useQueryState("sel", parseAsString);
  const [isPeeking, setPeeking] = useState(true);
  const [isAdding, setAdding] = useState(false);
  const mayAdd = useMay("stations.write");
  const stations = useStations(listQuestion(written, order));
  const { rows, facets } = stations;

  return (
    <WithInspector
      inspector={
        selected !== null &&
        isPeeking && <StationInspectorLive identity={selected} onClose={() => void setSelected(null)} />
      }
    >
      <StationsHead
        filter={filter}
        onFilter={change}
        onFilterDone={() => change(filter, true)}
        facets={facets}
        shown={facets?.matching ?? rows.length}
        total={facets?.all ?? rows.length}
        fresh={stations.fresh}
        onFresh={() => void stations.showFresh().then(() => table.current?.toTop())}
        onAdd={mayAdd ? () => setAdding(true) : undefined}
        waiting={<PendingStationsLive />}
        inputRef={search}
      />
      {stations.error && (
        <ErrorPanel
          what={t("couldNot")}
          since={new Date(stations.failedAt)}
          stillWorks={rows.length > 0 ? t("keptShown") : undefined}
          onRetry={stations.retry}
        />
      )}
      {stations.isAsking ? (
        !stations.error && <SkeletonRows rows={16} label={t("loading")} />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col" onPointerDown={() => setPeeking(true)}>
          <StationsTable
            ref={table}
            stations={rows}
            total={facets?.matching}
            activeId={selected ?? undefined}
            onActivate={(identity) => void setSelected(identity)}
            onOpen={({ identity }) => router.push(addresses.station(identity))}
            onPeek={() => setPeeking((is) => !is)}
            onKey={(key) => {
              if (key === "/") search.current?.focus();
              return key === "/";
            }}
            sorting={parseSorting(order)}
            onSort={(sorting) => {
              void setOrder(writeSorting(sorting));
              table.current?.toTop();
            }}
            isNarrow={selected !== null && isPeeking}
            onEndReached={stations.more}
            empty={<NoStations all={facets?.all ?? 0} onClear={clear} />}
          />
        </div>
      )}
      {isAdding && <AddStation onClose={() => setAdding(false)} />}
    </WithInspector>
  );
}

function NoStations({ all, onClear }: { all: number; onClear: () => void }) {
  const t = useTranslations("stations");
  return all === 0 ? (
    <EmptyState kind="nothing-yet" title={t("none")}>
      {t("noneHelp")}
    </EmptyState>
  ) : (
    <EmptyState
      kind="filtered"
      title={t("filtered", { count: all })}
      action={<Button onPress={onClear}>{t("clear")}</Button>}
    />
  );
}
