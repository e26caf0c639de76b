"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { columnsOf } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import { TextLink } from "@/components/text-link";
import type { TargetRow } from "@/server/campaigns/targets";
import { addresses } from "../addresses";
import { targetGlyphs } from "./target-states";
import { TargetWhy } from "./target-why";

/** The stations of a campaign in the order of their turn. */
export function TargetsTable({
  targets,
  onEndReached,
  empty,
}: {
  targets: readonly TargetRow[];
  onEndReached: () => void;
  empty: ReactNode;
}) {
  const t = useTranslations("campaigns");
  const [active, setActive] = useState<string>();
  return (
    <DataTable
      label={t("stations")}
      columns={useTargetColumns()}
      rows={targets}
      rowId={targetId}
      activeId={active}
      onActivate={setActive}
      onEndReached={onEndReached}
      phoneRow={phoneRow}
      empty={empty}
    />
  );
}

const targetId = ({ station }: TargetRow) => String(station);
const phoneRow = (target: TargetRow) => <PhoneRow target={target} />;

function useTargetColumns() {
  const t = useTranslations("campaigns");
  return useMemo(() => {
    const column = columnsOf<TargetRow>();
    return column.columns([
      column.accessor("identity", {
        header: t("station"),
        meta: { width: 160, grow: 1 },
        cell: ({ getValue }) => (
          <TextLink href={addresses.stationMessages(getValue())}>
            <span className="mono">{getValue()}</span>
          </TextLink>
        ),
      }),
      column.accessor("stage", {
        header: t("inStage"),
        meta: { width: 70, align: "right" },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue() || "–"}</span>,
      }),
      column.accessor("state", {
        header: t("state"),
        meta: { width: 150 },
        cell: ({ row }) => <State target={row.original} />,
      }),
      column.accessor("reason", {
        header: t("why"),
        meta: { width: 260, grow: 3 },
        cell: ({ row }) => <TargetWhy target={row.original} />,
      }),
      column.accessor("beganAt", {
        header: t("began"),
        meta: { width: 120, align: "right" },
        cell: ({ getValue }) => <Moment at={getValue()} />,
      }),
      column.accessor("endedAt", {
        header: t("ended"),
        meta: { width: 120, align: "right" },
        cell: ({ getValue }) => <Moment at={getValue()} />,
      }),
    ]);
  }, [t]);
}

function State({ target: { stage, state } }: { target: TargetRow }) {
  const t = useTranslations("campaigns");
  return (
    <span className="inline-flex items-center gap-1.5 align-middle">
      <Glyph name={targetGlyphs[state]} />
      {t(stage === 0 ? "target.excluded" : `target.${state}`)}
    </span>
  );
}

function Moment({ at }: { at: Date | undefined }) {
  return at ? <ClockTime at={at} className="text-ink-2" /> : <span className="text-ink-3">–</span>;
}

function PhoneRow({ target }: { target: TargetRow }) {
  return (
    <span className="flex flex-col gap-0.5">
      <span className="flex items-center justify-between gap-3">
        <span className="mono truncate font-value">{target.identity}</span>
        <State target={target} />
      </span>
      <span className="truncate text-12">
        <TargetWhy target={target} />
      </span>
    </span>
  );
}
