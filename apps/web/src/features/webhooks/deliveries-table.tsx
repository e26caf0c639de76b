"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { ClockTime } from "@/components/clock-time";
import { Countdown } from "@/components/countdown";
import { Glyph, type GlyphName } from "@/components/glyph";
import { columnsOf } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import type { DeliveryRow, DeliveryStatus } from "./webhook-view";

/** What became of each message, newest first. */
export function DeliveriesTable({
  deliveries,
  activeId,
  onActivate,
  onEndReached,
  empty,
}: {
  deliveries: readonly DeliveryRow[];
  activeId?: string;
  onActivate: (id: string) => void;
  onEndReached: () => void;
  empty: ReactNode;
}) {
  const t = useTranslations("deliveries");
  const columns = useDeliveryColumns();
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={deliveries}
      rowId={deliveryId}
      activeId={activeId}
      onActivate={onActivate}
      onEndReached={onEndReached}
      phoneRow={phoneRow}
      empty={empty}
    />
  );
}

const deliveryId = ({ id }: DeliveryRow) => id;
const phoneRow = (delivery: DeliveryRow) => <PhoneRow delivery={delivery} />;

function useDeliveryColumns() {
  const t = useTranslations("deliveries");
  return useMemo(() => {
    const column = columnsOf<DeliveryRow>();
    return column.columns([
      column.accessor("createdAt", {
        header: t("time"),
        meta: { width: 150 },
        cell: ({ getValue }) => <ClockTime at={getValue()} className="text-ink-2" />,
      }),
      column.accessor("type", {
        header: t("type"),
        meta: { width: 180, grow: 2 },
        cell: ({ getValue }) => <span className="mono font-value">{getValue()}</span>,
      }),
      column.accessor("status", {
        header: t("status"),
        meta: { width: 150, grow: 1 },
        cell: ({ row }) => <DeliveryState delivery={row.original} />,
      }),
      column.accessor("lastCode", {
        header: t("answer"),
        meta: { width: 90, align: "right" },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue() ?? "–"}</span>,
      }),
      column.accessor("attempts", {
        header: t("attempts"),
        meta: { width: 90, align: "right" },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue()}</span>,
      }),
      column.accessor("nextAttemptAt", {
        header: t("next"),
        meta: { width: 110, align: "right" },
        cell: ({ getValue }) => {
          const at = getValue();
          return at ? <Countdown until={at} /> : <span className="text-ink-3">–</span>;
        },
      }),
      column.accessor("id", {
        header: t("id"),
        meta: { width: 200, grow: 1 },
        cell: ({ getValue }) => <span className="mono text-ink-3">{getValue()}</span>,
      }),
    ]);
  }, [t]);
}

const glyphs = {
  pending: "queued",
  delivered: "confirmed",
  failed: "failed",
} as const satisfies Record<DeliveryStatus, GlyphName>;

/** How far a message has got, as mark and word. */
export function DeliveryState({ delivery: { status } }: { delivery: Pick<DeliveryRow, "status"> }) {
  const t = useTranslations("deliveries");
  return (
    <span className="inline-flex items-center gap-1.5 align-middle">
      <Glyph name={glyphs[status]} />
      {t(`only.${status}`)}
    </span>
  );
}

function PhoneRow({ delivery }: { delivery: DeliveryRow }) {
  return (
    <span className="flex flex-col gap-0.5">
      <span className="flex items-center justify-between gap-3">
        <span className="mono truncate font-value">{delivery.type}</span>
        <DeliveryState delivery={delivery} />
      </span>
      <span className="flex items-center justify-between gap-3 text-12 text-ink-2">
        <span className="mono truncate">{delivery.id}</span>
        <ClockTime at={delivery.createdAt} className="shrink-0" />
      </span>
    </span>
  );
}
