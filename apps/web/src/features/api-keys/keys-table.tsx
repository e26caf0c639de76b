"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { ClockTime } from "@/components/clock-time";
import { RelativeTime } from "@/components/relative-time";
import { columnsOf } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import { KeyState } from "./key-state";
import type { KeyRow } from "./key-view";

/** All keys, each with what it may do and when it was last used. */
export function KeysTable({
  keys,
  activeId,
  onActivate,
  onEndReached,
  empty,
}: {
  keys: readonly KeyRow[];
  activeId?: string;
  onActivate: (id: string) => void;
  onEndReached: () => void;
  empty: ReactNode;
}) {
  const t = useTranslations("apiKeys");
  const columns = useKeyColumns();
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={keys}
      rowId={keyId}
      activeId={activeId}
      onActivate={onActivate}
      onEndReached={onEndReached}
      phoneRow={phoneRow}
      empty={empty}
    />
  );
}

const keyId = ({ id }: KeyRow) => String(id);
const phoneRow = (key: KeyRow) => <PhoneRow apiKey={key} />;

function useKeyColumns() {
  const t = useTranslations("apiKeys");
  return useMemo(() => {
    const column = columnsOf<KeyRow>();
    return column.columns([
      column.accessor("name", {
        header: t("name"),
        meta: { width: 150, grow: 2 },
        cell: ({ getValue }) => <span className="font-value">{getValue()}</span>,
      }),
      column.display({
        id: "prefix",
        header: t("key"),
        meta: { width: 130 },
        cell: ({ row }) => <Prefix apiKey={row.original} />,
      }),
      column.display({
        id: "state",
        header: t("status"),
        meta: { width: 100 },
        cell: ({ row }) => <KeyState apiKey={row.original} />,
      }),
      column.accessor("permissions", {
        header: t("permissions"),
        meta: { width: 140, grow: 3 },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue().join(" ")}</span>,
      }),
      column.accessor("createdBy", {
        header: t("createdBy"),
        meta: { width: 90, grow: 1 },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue()}</span>,
      }),
      column.accessor("expiresAt", {
        header: t("expires"),
        meta: { width: 110 },
        cell: ({ getValue }) => {
          const at = getValue();
          return at ? (
            <ClockTime at={at} precision="day" className="text-ink-2" />
          ) : (
            <span className="text-ink-3">{t("never")}</span>
          );
        },
      }),
      column.accessor("lastUsed", {
        header: t("lastUsed"),
        meta: { width: 95, align: "right" },
        cell: ({ getValue }) => {
          const used = getValue();
          return used ? (
            <RelativeTime at={used.at} className="text-ink-2" />
          ) : (
            <span className="text-ink-3">{t("never")}</span>
          );
        },
      }),
    ]);
  }, [t]);
}

function Prefix({ apiKey: { prefix } }: { apiKey: KeyRow }) {
  const t = useTranslations("apiKeys");
  return prefix ? <span className="mono">{prefix}…</span> : <span className="text-ink-3">{t("environment")}</span>;
}

function PhoneRow({ apiKey }: { apiKey: KeyRow }) {
  return (
    <span className="flex flex-col gap-0.5">
      <span className="flex items-center justify-between gap-3">
        <b className="truncate font-value">{apiKey.name}</b>
        <KeyState apiKey={apiKey} />
      </span>
      <span className="flex items-center justify-between gap-3 text-12 text-ink-2">
        <Prefix apiKey={apiKey} />
        {apiKey.lastUsed && <RelativeTime at={apiKey.lastUsed.at} />}
      </span>
    </span>
  );
}
