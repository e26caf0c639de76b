"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useRef } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { SectionTitle } from "@/components/section-title";
import { SkeletonRows } from "@/components/skeleton";
import type { DataTableHandle } from "@/components/table/data-table";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import { writePiece } from "../filter/pieces";
import { useFilter } from "../filter/use-filter";
import { usualColumns } from "../stations/column-choice";
import { stationFields } from "../stations/station-fields";
import { listQuestion, parseSorting, writeSorting } from "../stations/station-question";
import { StationsFilter } from "../stations/stations-filter";
import { StationsTable } from "../stations/stations-table";
import { useStations } from "../stations/use-stations";
import { questionAt } from "./question-at";

/** The stations of a site, narrowed in the words of the list of all stations. */
export function SiteStations({ name }: { name: string }) {
  const t = useTranslations("sitePage");
  const router = useRouter();
  const table = useRef<DataTableHandle>(null);
  const filter = useFilter(stationFields);
  const [order, setOrder] = useQueryState("sort", parseAsString.withDefault(""));
  const [selected, setSelected] = useQueryState("sel", parseAsString);
  const stations = useStations(listQuestion(questionAt(name, filter.written), order));
  return (
    <section aria-labelledby="site-stations" className="flex min-h-96 flex-1 shrink-0 flex-col pt-1">
      <div className="flex flex-col gap-2 px-5 pb-2 max-md:px-4">
        <SectionTitle
          id="site-stations"
          count={stations.facets?.matching}
          aside={
            <TextLink
              href={`${addresses.stations}?q=${encodeURIComponent(writePiece({ field: "site", values: [name] }))}`}
            >
              {t("inList")}
            </TextLink>
          }
        >
          {t("stations")}
        </SectionTitle>
        <StationsFilter filter={filter} onLeave={() => table.current?.focus()} />
      </div>
      {stations.error && <ErrorPanel what={t("failed")} stillWorks={stations.error.message} onRetry={stations.retry} />}
      {stations.isAsking ? (
        <SkeletonRows rows={6} label={t("loading")} />
      ) : (
        <StationsTable
          ref={table}
          stations={stations.rows}
          columns={columns}
          total={stations.facets?.matching}
          activeId={selected ?? undefined}
          onActivate={(identity) => void setSelected(identity)}
          onOpen={({ identity }) => router.push(addresses.station(identity))}
          onPeek={({ identity }) => router.push(addresses.station(identity))}
          sorting={parseSorting(order)}
          onSort={(sorting) => void setOrder(writeSorting(sorting))}
          onEndReached={stations.more}
          empty={
            filter.written === "" ? (
              <EmptyState kind="nothing-yet" title={t("noStations")}>
                {t("noStationsHelp")}
              </EmptyState>
            ) : (
              <EmptyState
                kind="filtered"
                title={t("filtered")}
                action={<Button onPress={() => filter.set("")}>{t("clear")}</Button>}
              />
            )
          }
        />
      )}
    </section>
  );
}

/** Where they stand is known. */
const columns = usualColumns.filter((column) => column !== "site");
