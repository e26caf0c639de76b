"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, useMemo } from "react";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { columnsOf } from "@/components/table/columns";
import { DataTable, type DataTableHandle } from "@/components/table/data-table";
import { addresses } from "../addresses";
import { StationName } from "../stations/station-name";
import { Lanes } from "./lanes";
import type { MessageRow } from "./message-view";

/** Slower than this is worth a bold number. */
const slowMs = 500;

/** The conversation, newest first: a call and its answer on one row, with the time between them. */
export function MessagesTable({
  messages,
  activeId,
  onActivate,
  onPeek,
  onEndReached,
  withStation = true,
  empty,
  ref,
}: {
  messages: readonly MessageRow[];
  activeId?: string;
  onActivate: (id: string) => void;
  onPeek: (message: MessageRow) => void;
  onEndReached?: () => void;
  /** Not on the page of one station. */
  withStation?: boolean;
  empty: ReactNode;
  ref?: Ref<DataTableHandle>;
}) {
  const t = useTranslations("messages");
  const columns = useMessageColumns(withStation);
  return (
    <DataTable
      ref={ref}
      label={t("title")}
      columns={columns}
      rows={messages}
      rowId={messageId}
      activeId={activeId}
      onActivate={onActivate}
      onOpen={onPeek}
      onPeek={onPeek}
      onEndReached={onEndReached}
      phoneRow={phoneRow}
      empty={empty}
    />
  );
}

const messageId = ({ id }: MessageRow) => id;

const phoneRow = (message: MessageRow) => (
  <span className="flex flex-col gap-0.5">
    <span className="flex items-center justify-between gap-3">
      <span className="mono font-value">{message.action}</span>
      <Answer message={message} />
    </span>
    <span className="flex items-center justify-between gap-3 text-12 text-ink-2">
      <span className="truncate">{message.says ?? message.station}</span>
      <ClockTime at={message.at} />
    </span>
  </span>
);

function useMessageColumns(withStation: boolean) {
  const t = useTranslations("messages");
  return useMemo(() => {
    const column = columnsOf<MessageRow>();
    const station = column.accessor("station", {
      header: t("station"),
      meta: { width: 130 },
      cell: ({ getValue }) => <StationName identity={getValue()} href={addresses.station(getValue())} />,
    });
    return column.columns([
      column.accessor("at", {
        header: t("time"),
        meta: { width: 116 },
        cell: ({ getValue }) => <ClockTime at={getValue()} precision="milliseconds" className="text-ink-2" />,
      }),
      ...(withStation ? [station] : []),
      column.accessor("from", {
        header: () => (
          <span className="inline-flex w-12 justify-between">
            <span>{t("cs")}</span>
            <span>{t("us")}</span>
          </span>
        ),
        meta: { width: 84 },
        cell: ({ row: { original } }) => (
          <Lanes
            from={original.from}
            answered={original.verdict === "ok" || original.verdict === "error"}
            isError={original.verdict === "error"}
            label={t(original.from === "station" ? "fromStation" : "fromUs")}
          />
        ),
      }),
      column.accessor("action", {
        header: t("action"),
        meta: { width: 190 },
        cell: ({ row: { original } }) => (
          <span className={`mono ${original.verdict === "error" ? "font-title" : ""}`}>{original.action}</span>
        ),
      }),
      column.accessor("says", {
        header: t("says"),
        meta: { width: 180, grow: 1 },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue()}</span>,
      }),
      column.accessor("latencyMs", {
        header: t("latency"),
        meta: { width: 72, align: "right" },
        cell: ({ getValue }) => <Latency ms={getValue()} />,
      }),
      column.accessor("verdict", {
        header: t("answer"),
        meta: { width: 150 },
        cell: ({ row: { original } }) => <Answer message={original} />,
      }),
    ]);
  }, [t, withStation]);
}

function Latency({ ms }: { ms: number | undefined }) {
  if (ms === undefined) return <span className="text-ink-3">–</span>;
  return <span className={ms > slowMs ? "font-title" : "text-ink-2"}>{Math.round(ms)}</span>;
}

function Answer({ message: { verdict, answer } }: { message: MessageRow }) {
  const t = useTranslations("messages");
  switch (verdict) {
    case "ok":
      return <span className="text-ink-2">{answer ?? t("ok")}</span>;
    case "open":
      return (
        <span className="inline-flex items-center gap-1.5 align-middle text-ink-2">
          <Glyph name="proving" size={14} />
          {t("waiting")}
        </span>
      );
    case "no-answer":
      return (
        <span className="inline-flex items-center gap-1.5 align-middle font-value">
          <Glyph name="unproven" />
          {t("noAnswer")}
        </span>
      );
    case "error":
      return (
        <span className="inline-flex min-w-0 items-center gap-1.5 align-middle font-value text-fault-ink">
          <Glyph name="failed" />
          <span className="truncate">{answer ?? t("error")}</span>
        </span>
      );
  }
}
