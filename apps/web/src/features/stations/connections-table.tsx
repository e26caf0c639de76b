"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { columnsOf } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import { useDuration } from "@/components/use-duration";
import { useCloseWords } from "./connections-close";

/** One socket a station opened. */
export interface ConnectionView {
  id: string;
  openedAt: Date;
  closedAt?: Date;
  closeCode?: number;
  closeReason?: string;
  version: string;
  remoteAddress: string;
  /** How it proved who it is. */
  authenticated: string;
  userAgent?: string;
}

/** Every connection of a station, newest first: how long it held, and why it ended. */
export function ConnectionsTable({
  connections,
  activeId,
  onActivate,
  onEndReached,
  empty,
}: {
  connections: readonly ConnectionView[];
  activeId?: string;
  onActivate: (id: string) => void;
  onEndReached?: () => void;
  empty: ReactNode;
}) {
  const t = useTranslations("connections");
  const columns = useConnectionColumns();
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={connections}
      rowId={connectionId}
      activeId={activeId}
      onActivate={onActivate}
      onEndReached={onEndReached}
      phoneRow={phoneRow}
      empty={empty}
    />
  );
}

const connectionId = ({ id }: ConnectionView) => id;

const phoneRow = (connection: ConnectionView) => (
  <span className="flex flex-col gap-0.5">
    <span className="flex items-center justify-between gap-3">
      <ClockTime at={connection.openedAt} className="font-value" />
      <Held connection={connection} />
    </span>
    <span className="flex items-center justify-between gap-3 text-12 text-ink-2">
      <Ending connection={connection} />
      <span className="mono">{connection.remoteAddress}</span>
    </span>
  </span>
);

function useConnectionColumns() {
  const t = useTranslations("connections");
  return useMemo(() => {
    const column = columnsOf<ConnectionView>();
    return column.columns([
      column.accessor("openedAt", {
        header: t("opened"),
        meta: { width: 140 },
        cell: ({ getValue }) => <ClockTime at={getValue()} />,
      }),
      column.display({
        id: "held",
        header: t("held"),
        meta: { width: 100, align: "right" },
        cell: ({ row }) => <Held connection={row.original} />,
      }),
      column.display({
        id: "ending",
        header: t("ending"),
        meta: { width: 280, grow: 3 },
        cell: ({ row }) => <Ending connection={row.original} />,
      }),
      column.accessor("version", {
        header: t("version"),
        meta: { width: 90 },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue()}</span>,
      }),
      column.accessor("remoteAddress", {
        header: t("from"),
        meta: { width: 160 },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue()}</span>,
      }),
      column.accessor("authenticated", {
        header: t("proof"),
        meta: { width: 130 },
        cell: ({ getValue }) => <Proof how={getValue()} />,
      }),
      column.accessor("userAgent", {
        header: t("software"),
        meta: { width: 140, grow: 1 },
        cell: ({ getValue }) => <span className="mono text-ink-3">{getValue() ?? "–"}</span>,
      }),
    ]);
  }, [t]);
}

function Held({ connection: { openedAt, closedAt } }: { connection: ConnectionView }) {
  const speak = useDuration();
  const length = useClock((now) => speak((closedAt?.getTime() ?? now) - openedAt.getTime()));
  return <span className="text-ink-2">{length}</span>;
}

function Ending({ connection: { closedAt, closeCode, closeReason } }: { connection: ConnectionView }) {
  const t = useTranslations("connections");
  const closeWords = useCloseWords();
  if (!closedAt) return <span className="font-value">{t("open")}</span>;
  return (
    <span>
      <ClockTime at={closedAt} className="text-ink-2" />{" "}
      {closeCode !== undefined && (
        <>
          <span className="mono text-ink-2">{closeCode}</span> {closeWords(closeCode)}
        </>
      )}
      {closeReason && <span className="text-ink-3"> · {closeReason}</span>}
    </span>
  );
}

function Proof({ how }: { how: string }) {
  const t = useTranslations("connections");
  const known = proofs.find((one) => one === how);
  return <span className="text-ink-2">{known ? t(`proofs.${known}`) : how}</span>;
}

const proofs = ["password", "password-hex", "none"] as const;
