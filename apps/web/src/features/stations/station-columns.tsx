"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RelativeTime } from "@/components/relative-time";
import { type Columns, columnsOf } from "@/components/table/columns";
import { addresses } from "../addresses";
import { ConnectorStrip } from "../connectors/connector-strip";
import { CauseCell } from "./cause-cell";
import type { ColumnId } from "./column-choice";
import { HourCell, PowerCell } from "./power-cells";
import { SeenCell } from "./seen-cell";
import { StationName } from "./station-name";
import { type StationRow, worstConnector } from "./station-view";

/** The columns that were chosen, in their order. */
export function useStationColumns(chosen: readonly ColumnId[]): Columns<StationRow> {
  const t = useTranslations("stations");
  return useMemo(() => {
    const column = columnsOf<StationRow>();
    const all = {
      station: column.accessor("identity", {
        header: t("column.station"),
        meta: { width: 120, grow: 1, sortBy: "identity" },
        cell: ({ row: { original } }) => (
          <StationName identity={original.identity} href={addresses.station(original.identity)} />
        ),
      }),
      name: column.accessor("name", {
        header: t("column.name"),
        meta: { width: 130, grow: 1, sortBy: "name" },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue()}</span>,
      }),
      site: column.accessor("site", {
        header: t("column.site"),
        meta: { width: 150, grow: 1, sortBy: "site" },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue()}</span>,
      }),
      connectors: column.accessor("connectors", {
        header: t("column.connectors"),
        meta: { width: 100, sortBy: "connectors" },
        cell: ({ getValue }) => <ConnectorStrip connectors={getValue()} />,
      }),
      state: column.display({
        id: "state",
        header: t("column.state"),
        meta: { width: 180, grow: 3, sortBy: "state" },
        cell: ({ row }) => <CauseCell station={row.original} />,
      }),
      since: column.display({
        id: "since",
        header: t("column.since"),
        meta: { width: 84, align: "right", sortBy: "since" },
        cell: ({ row: { original } }) => {
          const since = worstConnector(original.connectors)?.since;
          return since && <RelativeTime at={since} />;
        },
      }),
      hour: column.accessor("lastHour", {
        header: t("column.hour"),
        meta: { width: 92 },
        cell: ({ row: { original } }) => <HourCell station={original} />,
      }),
      power: column.accessor("powerW", {
        header: t("column.power"),
        meta: { width: 76, align: "right", sortBy: "power" },
        cell: ({ row: { original } }) => <PowerCell station={original} />,
      }),
      seen: column.accessor("lastSeenAt", {
        header: t("column.seen"),
        meta: { width: 96, align: "right", sortBy: "seen" },
        cell: ({ row: { original } }) => <SeenCell {...original} />,
      }),
      version: column.accessor("version", {
        header: t("column.version"),
        meta: { width: 72, sortBy: "version" },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue() ?? "–"}</span>,
      }),
      firmware: column.accessor("firmware", {
        header: t("column.firmware"),
        meta: { width: 92, sortBy: "firmware" },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue() ?? "–"}</span>,
      }),
      maker: column.display({
        id: "maker",
        header: t("column.maker"),
        meta: { width: 140, grow: 1, sortBy: "vendor" },
        cell: ({ row: { original } }) => (
          <span className="text-ink-2">{[original.vendor, original.model].filter(Boolean).join(" ")}</span>
        ),
      }),
      tags: column.accessor("tags", {
        header: t("column.tags"),
        meta: { width: 110, grow: 1 },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue().join(" ")}</span>,
      }),
    } satisfies Record<ColumnId, unknown>;
    return column.columns(chosen.map((id) => all[id]));
  }, [t, chosen]);
}
