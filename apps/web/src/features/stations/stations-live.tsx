"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useRef, useState } from "react";
import { ErrorPanel } from "@/components/error-panel";
import { WithInspector } from "@/components/inspector";
import { useKeys } from "@/components/keys/use-keys";
import { SkeletonRows } from "@/components/skeleton";
import type { DataTableHandle } from "@/components/table/data-table";
import { useSteady } from "@/components/use-steady";
import { addresses } from "../addresses";
import { useFilter } from "../filter/use-filter";
import { useStepping } from "../keys/stepping";
import { useMay } from "../person/may";
import { searchOf } from "../views/saved-view";
import { FreshAnnouncement } from "./fresh-announcement";
import { Bulk, ListTools, Running, StationsMap, StationTiles } from "./late-parts";
import { NoStations } from "./no-stations";
import { PendingStationsLive } from "./pending-stations-live";
import { StationFacets } from "./station-facets";
import { stationFields } from "./station-fields";
import { StationInspectorLive } from "./station-inspector-live";
import { type StationLook, stationLooks } from "./station-look";
import { asksForFaults, listQuestion, parseSorting, writeSorting } from "./station-question";
import { StationsFilter } from "./stations-filter";
import { StationsHead } from "./stations-head";
import { StationsTable } from "./stations-table";
import { useColumns } from "./use-columns";
import { usePicked } from "./use-picked";
import { useStations } from "./use-stations";

/** The list of stations, live: filter, order, columns and selection stand in the address. */
export function StationsLive({ rememberedColumns }: { rememberedColumns: string }) {
  const t = useTranslations("stations");
  const router = useRouter();
  const table = useRef<DataTableHandle>(null);
  const filter = useFilter(stationFields);
  const { written } = filter;
  const [order, setOrder] = useQueryState("sort", parseAsString.withDefault(""));
  const [selected, setSelected] = useQueryState("sel", parseAsString);
  const [look, setLook] = useQueryState("look", parseAsStringLiteral(stationLooks).withDefault("table"));
  const [isPeeking, setPeeking] = useState(true);
  const mayAdd = useMay("stations.write");
  const mayAct = useMay("campaigns.write");
  const stations = useStations(listQuestion(written, order));
  const { rows, facets, pause } = stations;
  const columns = useColumns(rememberedColumns, selected !== null && isPeeking);
  const picks = usePicked(written);
  const matching = facets?.matching ?? rows.length;
  // What does not hang on the rows is drawn no second time when one of them changes.
  const leaveFilter = useSteady(() => table.current?.focus());
  const changeLook = useSteady((next: StationLook) => void setLook(next));
  const chooseColumns = useSteady(columns.choose);
  const closeInspector = useSteady(() => void setSelected(null));
  useStepping(rows.map(({ identity }) => addresses.station(identity)));

  useKeys({
    pause: pause.turn,
    pick: mayAct && selected !== null ? () => picks.picking.toggle(selected) : undefined,
    pickAll: mayAct ? () => picks.picking.add(rows.map(({ identity }) => identity)) : undefined,
  });

  return (
    <WithInspector
      inspector={
        selected !== null && isPeeking && <StationInspectorLive identity={selected} onClose={closeInspector} />
      }
    >
      <StationsHead
        shown={matching}
        total={facets?.all ?? rows.length}
        fresh={stations.fresh}
        onFresh={() => void stations.showFresh().then(() => table.current?.toTop())}
        pause={pause}
        onAdd={mayAdd ? () => router.push(addresses.newStation) : undefined}
        tools={
          <ListTools
            q={written}
            look={look}
            onLook={changeLook}
            columns={columns.columns}
            onColumns={chooseColumns}
            search={searchOf({ q: written, sort: order, cols: columns.written, look: look === "table" ? null : look })}
          />
        }
      />
      <div className="flex flex-col gap-1.5 px-5 pb-2 max-md:px-4">
        <StationsFilter filter={filter} onLeave={leaveFilter} />
        {facets && <StationFacets facets={facets} filter={filter} />}
        <PendingStationsLive />
        <FreshAnnouncement count={stations.fresh} isFaults={asksForFaults(written)} />
      </div>
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
      ) : look === "map" ? (
        <StationsMap q={written} />
      ) : look === "tiles" ? (
        <StationTiles stations={rows} onEndReached={stations.more} />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col" onPointerDown={() => setPeeking(true)}>
          <StationsTable
            ref={table}
            stations={rows}
            columns={columns.shown}
            total={facets?.matching}
            activeId={selected ?? undefined}
            onActivate={(identity) => void setSelected(identity)}
            onOpen={({ identity }) => router.push(addresses.station(identity))}
            onPeek={() => setPeeking((is) => !is)}
            picking={mayAct ? picks.picking : undefined}
            sorting={parseSorting(order)}
            onSort={(sorting) => {
              void setOrder(writeSorting(sorting));
              table.current?.toTop();
            }}
            onEndReached={stations.more}
            empty={
              <NoStations all={facets?.all ?? 0} isFaults={asksForFaults(written)} onClear={() => filter.set("")} />
            }
          />
        </div>
      )}
      {mayAct && <Running />}
      {mayAct && picks.picked && <Bulk picks={picks} q={written} matching={matching} />}
    </WithInspector>
  );
}
