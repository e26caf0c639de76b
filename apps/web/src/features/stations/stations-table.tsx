"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, useMemo } from "react";
import { ChangeMark } from "@/components/change-mark";
import { useClock } from "@/components/clock";
import { Quantity } from "@/components/quantity";
import { RelativeTime } from "@/components/relative-time";
import { Sparkline } from "@/components/sparkline";
import { StaleValue } from "@/components/stale-value";
import { type Columns, columnsOf } from "@/components/table/columns";
import { DataTable, type DataTableHandle } from "@/components/table/data-table";
import type { Sorting } from "@/components/table/table-head";
import { addresses } from "../addresses";
import { ConnectorStrip } from "../connectors/connector-strip";
import { CauseCell } from "./cause-cell";
import { SeenCell } from "./seen-cell";
import { StationName } from "./station-name";
import { type StationRow, worstConnector } from "./station-view";

/** All stations, live: what is wrong, what goes on, since when. */
export function StationsTable({
  stations,
  total,
  activeId,
  onActivate,
  onOpen,
  onPeek,
  onKey,
  sorting,
  onSort,
  onEndReached,
  isNarrow = false,
  empty,
  ref,
}: {
  stations: readonly StationRow[];
  total?: number;
  activeId?: string;
  onActivate: (id: string) => void;
  onOpen: (station: StationRow) => void;
  onPeek: (station: StationRow) => void;
  onKey?: (key: string, station: StationRow | undefined) => boolean;
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
  onEndReached?: () => void;
  /** Beside the inspector, which says what is left out then. */
  isNarrow?: boolean;
  empty: ReactNode;
  ref?: Ref<DataTableHandle>;
}) {
  const t = useTranslations("stations");
  const columns = useStationColumns(isNarrow);
  return (
    <DataTable
      ref={ref}
      label={t("title")}
      columns={columns}
      rows={stations}
      rowId={stationId}
      total={total}
      activeId={activeId}
      onActivate={onActivate}
      onOpen={onOpen}
      onPeek={onPeek}
      onKey={onKey}
      sorting={sorting}
      onSort={onSort}
      onEndReached={onEndReached}
      phoneRow={phoneRow}
      empty={empty}
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

function useStationColumns(isNarrow: boolean): Columns<StationRow> {
  const t = useTranslations("stations");
  return useMemo(() => {
    const column = columnsOf<StationRow>();
    const all = column.columns([
      column.accessor("identity", {
        header: t("station"),
        meta: { width: 120, grow: 1, sortBy: "identity" },
        cell: ({ row: { original } }) => (
          <StationName identity={original.identity} href={addresses.station(original.identity)} />
        ),
      }),
      column.accessor("site", {
        header: t("site"),
        meta: { width: 150, grow: 1, sortBy: "site" },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue()}</span>,
      }),
      column.accessor("connectors", {
        header: t("connectors"),
        meta: { width: 100 },
        cell: ({ getValue }) => <ConnectorStrip connectors={getValue()} />,
      }),
      column.display({
        id: "cause",
        header: t("state"),
        meta: { width: 180, grow: 3 },
        cell: ({ row }) => <CauseCell station={row.original} />,
      }),
      column.display({
        id: "since",
        header: t("since"),
        meta: { width: 76, align: "right" },
        cell: ({ row: { original } }) => {
          const since = worstConnector(original.connectors)?.since;
          return since && <RelativeTime at={since} />;
        },
      }),
      column.accessor("lastHour", {
        header: t("lastHour"),
        meta: { width: 92, isExtra: true },
        cell: ({ row: { original } }) => <HourCell station={original} />,
      }),
      column.accessor("powerW", {
        header: t("power"),
        meta: { width: 72, align: "right", sortBy: "power" },
        cell: ({ row: { original } }) => <PowerCell station={original} />,
      }),
      column.accessor("lastSeenAt", {
        header: t("seen"),
        meta: { width: 96, align: "right", sortBy: "seen" },
        cell: ({ row: { original } }) => <SeenCell {...original} />,
      }),
      column.accessor("version", {
        header: t("version"),
        meta: { width: 64, sortBy: "version", isExtra: true },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue() ?? "–"}</span>,
      }),
      column.accessor("firmware", {
        header: t("firmware"),
        meta: { width: 80, isExtra: true },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue() ?? "–"}</span>,
      }),
    ]);
    return isNarrow ? all.filter(({ meta }) => !meta?.isExtra) : all;
  }, [t, isNarrow]);
}

function HourCell({ station: { lastHour, identity } }: { station: StationRow }) {
  const t = useTranslations("stations");
  const until = useClock((now) => Math.ceil(now / 60_000) * 60_000);
  if (!lastHour) return null;
  return (
    <Sparkline
      samples={lastHour}
      from={until - 3_600_000}
      until={until}
      width={72}
      label={t("lastHourOf", { station: identity })}
    />
  );
}

function PowerCell({ station }: { station: StationRow }) {
  const { powerW, powerAt, connected, heartbeatSeconds } = station;
  if (powerW === undefined) return <span className="text-ink-3">–</span>;
  return (
    <StaleValue at={powerAt} freshFor={5 * heartbeatSeconds * 1000} isOffline={!connected}>
      <ChangeMark value={Math.round(powerW / 100)}>
        <Quantity value={powerW / 1000} unit="" />
      </ChangeMark>
    </StaleValue>
  );
}
