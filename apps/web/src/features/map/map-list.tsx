"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { EmptyState } from "@/components/empty-state";
import { columnsOf } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import { TextLink } from "@/components/text-link";
import type { SiteOnMap } from "@/server/sites/on-map";
import { addresses } from "../addresses";
import { FaresWords } from "../sites/fares-words";
import { isPlaced } from "./placed";

/** What the map shows, as a list: the way for keys, for ears, and where no map can be drawn. */
export function MapList({
  sites,
  isBeside,
  activeId,
  onActivate,
  onOpen,
}: {
  sites: readonly SiteOnMap[];
  /** It stands beside a map, where there is no room for columns. */
  isBeside: boolean;
  activeId?: string;
  onActivate: (id: string) => void;
  onOpen: (id: number) => void;
}) {
  const t = useTranslations("map");
  return (
    <DataTable
      label={t("list")}
      columns={useMapColumns()}
      rows={sites}
      rowId={siteId}
      activeId={activeId}
      onActivate={onActivate}
      onOpen={({ id }) => onOpen(id)}
      phoneRow={phoneRow}
      isNarrow={isBeside}
      empty={<EmptyState kind="nothing-yet" title={t("none")} />}
    />
  );
}

const siteId = ({ id }: SiteOnMap) => String(id);

const phoneRow = (site: SiteOnMap) => (
  <span className="flex flex-col gap-0.5">
    <Name site={site} />
    <span className="text-12">
      <FaresWords {...site} />
    </span>
  </span>
);

function Name({ site }: { site: SiteOnMap }) {
  const t = useTranslations("map");
  return (
    <span className="block truncate font-value">
      <TextLink href={addresses.site(site.id)} inRow>
        {site.name}
      </TextLink>
      {!isPlaced(site) && <span className="font-regular text-12 text-ink-3"> {t("unplaced")}</span>}
    </span>
  );
}

function useMapColumns() {
  const t = useTranslations("map");
  return useMemo(() => {
    const column = columnsOf<SiteOnMap>();
    return column.columns([
      column.accessor("name", {
        header: t("site"),
        meta: { width: 140, grow: 1 },
        cell: ({ row }) => <Name site={row.original} />,
      }),
      column.display({
        id: "fares",
        header: t("fares"),
        meta: { width: 200, grow: 1 },
        cell: ({ row }) => <FaresWords {...row.original} />,
      }),
    ]);
  }, [t]);
}
