"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, type Ref, useMemo } from "react";
import { Glyph } from "@/components/glyph";
import { TotalPower } from "@/components/quantity";
import { columnsOf } from "@/components/table/columns";
import { DataTable, type DataTableHandle } from "@/components/table/data-table";
import { TextLink } from "@/components/text-link";
import type { SiteLine } from "@/server/sites/list";
import { addresses } from "../addresses";
import { FaresWords } from "./fares-words";

/** All places where stations stand: how their stations fare, and what they draw. */
export function SitesTable({
  sites,
  ...props
}: {
  sites: readonly SiteLine[];
  activeId?: string;
  onActivate: (id: string) => void;
  onOpen: (site: SiteLine) => void;
  onEndReached?: () => void;
  empty: ReactNode;
  ref?: Ref<DataTableHandle>;
}) {
  const t = useTranslations("sites");
  return (
    <DataTable
      {...props}
      label={t("title")}
      columns={useSiteColumns()}
      rows={sites}
      rowId={siteId}
      phoneRow={phoneRow}
    />
  );
}

const siteId = ({ id }: SiteLine) => String(id);

const phoneRow = (site: SiteLine) => (
  <span className="flex flex-col gap-0.5">
    <span className="flex items-center justify-between gap-3">
      <span className="truncate font-value">
        <TextLink href={addresses.site(site.id)} inRow>
          {site.name}
        </TextLink>
      </span>
      <TotalPower watts={site.powerW} />
    </span>
    <span className="flex items-center justify-between gap-3 text-12">
      <FaresWords {...site} />
      <span className="truncate text-ink-3">{site.timeZone}</span>
    </span>
  </span>
);

function useSiteColumns() {
  const t = useTranslations("sites");
  const format = useFormatter();
  return useMemo(() => {
    const column = columnsOf<SiteLine>();
    const number = (id: "offline" | "charging" | "faulted") =>
      column.accessor(id, {
        header: t(id),
        meta: { width: 96, align: "right" },
        cell: ({ getValue }) => {
          const count = getValue();
          if (count === 0) return <span className="text-ink-3">0</span>;
          return (
            <span
              className={
                id === "faulted"
                  ? "inline-flex items-center gap-1.5 align-middle font-value text-fault-ink"
                  : "inline-flex items-center gap-1.5 align-middle"
              }
            >
              <Glyph name={id} size={14} />
              {format.number(count)}
            </span>
          );
        },
      });
    return column.columns([
      column.accessor("name", {
        header: t("site"),
        meta: { width: 200, grow: 2 },
        cell: ({ row: { original }, getValue }) => (
          <span className="font-value">
            <TextLink href={addresses.site(original.id)} inRow>
              {getValue()}
            </TextLink>
          </span>
        ),
      }),
      column.accessor("stations", {
        header: t("stations"),
        meta: { width: 90, align: "right" },
        cell: ({ getValue }) => format.number(getValue()),
      }),
      number("faulted"),
      number("offline"),
      number("charging"),
      column.accessor("powerW", {
        header: t("power"),
        meta: { width: 110, align: "right" },
        cell: ({ getValue }) =>
          getValue() > 0 ? <TotalPower watts={getValue()} /> : <span className="text-ink-3">–</span>,
      }),
      column.accessor("timeZone", {
        header: t("timeZone"),
        meta: { width: 140 },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue()}</span>,
      }),
      column.accessor("address", {
        header: t("address"),
        meta: { width: 180, grow: 2, isExtra: true },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue()}</span>,
      }),
    ]);
  }, [t, format]);
}
