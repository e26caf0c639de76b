"use client";

import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { DataTable, type DataTableHandle } from "@/components/table/data-table";
import type { Picking } from "@/components/table/picking";
import type { Sorting } from "@/components/table/table-head";
import { addresses } from "../addresses";
import { ConnectorStrip } from "../connectors/connector-strip";
import { CauseCell } from "./cause-cell";
import type { ColumnId } from "./column-choice";
import { SeenCell } from "./seen-cell";
import { useStationColumns } from "./station-columns";
import { StationName } from "./station-name";
import type { StationRow } from "./station-view";

/** All stations, live: what is wrong, what goes on, since when. */
export function StationsTable({
  stations,
  columns,
  ...props
}: {
  stations: readonly StationRow[];
  columns: readonly ColumnId[];
  total?: number;
  activeId?: string;
  onActivate: (id: string) => void;
  onOpen: (station: StationRow) => void;
  onPeek: (station: StationRow) => void;
  picking?: Picking;
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
  onEndReached?: () => void;
  empty: ReactNode;
  ref?: Ref<DataTableHandle>;
}) {
  const t = useTranslations("stations");
  return (
    <DataTable
      {...props}
      label={t("title")}
      columns={useStationColumns(columns)}
      rows={stations}
      rowId={stationId}
      keys="list station"
      phoneRow={phoneRow}
    />
  );
}

const stationId = ({ identity }: StationRow) => identity;

const phoneRow = (station: StationRow) => (
  <span className="flex flex-col gap-0.5">
    <span className="flex items-center justify-between gap-3">
      <StationName identity={station.identity} href={addresses.station(station.identity)} />
      <ConnectorStrip connectors={station.connectors} />
    </span>
    <span className="flex items-center justify-between gap-3 text-12">
      <span className="truncate">
        <CauseCell station={station} />
      </span>
      <SeenCell {...station} />
    </span>
  </span>
);
