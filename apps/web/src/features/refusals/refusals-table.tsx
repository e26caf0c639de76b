"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { columnsOf } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import { useRefusalWords } from "./refusal-words";
import { useRemedyWords } from "./remedy-words";

/** A connection we did not take, with the reason. */
export interface RefusalRow {
  id: string;
  at: Date;
  /** The identity it claimed. */
  identity?: string;
  /** As it was asked for. */
  path: string;
  remoteAddress: string;
  /** A short word for why, such as `wrong-password`. */
  reason: string;
  detail?: string;
  /** What the station was answered. */
  status?: number;
  /** The versions it asked for, as it spelled them. */
  offered?: string;
  /** What it says it is. */
  userAgent?: string;
}

/** Who knocked and was not let in, and why: the first place to look when a charger does not come online. */
export function RefusalsTable({
  refusals,
  activeId,
  onActivate,
  onEndReached,
  empty,
}: {
  refusals: readonly RefusalRow[];
  activeId?: string;
  onActivate: (id: string) => void;
  onEndReached?: () => void;
  empty: ReactNode;
}) {
  const t = useTranslations("refusals");
  const words = useRefusalWords();
  const remedy = useRemedyWords();
  const columns = useMemo(() => {
    const column = columnsOf<RefusalRow>();
    return column.columns([
      column.accessor("at", {
        header: t("time"),
        meta: { width: 140 },
        cell: ({ getValue }) => <ClockTime at={getValue()} className="text-ink-2" />,
      }),
      column.accessor("identity", {
        header: t("station"),
        meta: { width: 160, grow: 1 },
        cell: ({ row: { original } }) => (
          <span className="mono font-value">
            {original.identity ?? <span className="text-ink-3">{t("nameless")}</span>}
          </span>
        ),
      }),
      column.accessor("reason", {
        header: t("reason"),
        meta: { width: 240, grow: 2 },
        cell: ({ row: { original } }) => (
          <span className="flex min-w-0 items-center gap-1.5">
            <Glyph name="failed" />
            <b className="shrink-0 font-value">{words(original.reason)}</b>
            <span className="truncate text-ink-2">{remedy(original)}</span>
          </span>
        ),
      }),
      column.accessor("remoteAddress", {
        header: t("from"),
        meta: { width: 150 },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue()}</span>,
      }),
      column.accessor("path", {
        header: t("path"),
        meta: { width: 180, grow: 1 },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue()}</span>,
      }),
      column.accessor("status", {
        header: t("status"),
        meta: { width: 72, align: "right" },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue() ?? "–"}</span>,
      }),
    ]);
  }, [t, words, remedy]);

  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={refusals}
      rowId={refusalId}
      activeId={activeId}
      onActivate={onActivate}
      onEndReached={onEndReached}
      phoneRow={phoneRow}
      empty={empty}
    />
  );
}

const phoneRow = (refusal: RefusalRow) => <PhoneRow refusal={refusal} />;

function PhoneRow({ refusal }: { refusal: RefusalRow }) {
  const { identity, reason, at } = refusal;
  const t = useTranslations("refusals");
  const words = useRefusalWords();
  const remedy = useRemedyWords();
  return (
    <span className="flex flex-col gap-0.5">
      <span className="flex items-center justify-between gap-3">
        <span className="inline-flex min-w-0 items-center gap-1.5">
          <Glyph name="failed" />
          <b className="truncate font-value">{words(reason)}</b>
          <span className="mono truncate text-ink-2">{identity ?? t("nameless")}</span>
        </span>
        <ClockTime at={at} className="shrink-0 text-12 text-ink-2" />
      </span>
      <span className="truncate text-12 text-ink-2">{remedy(refusal)}</span>
    </span>
  );
}

const refusalId = ({ id }: RefusalRow) => id;
