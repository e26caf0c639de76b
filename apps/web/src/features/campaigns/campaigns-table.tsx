"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { ProportionalBar } from "@/components/proportional-bar";
import { columnsOf } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import { TextLink } from "@/components/text-link";
import type { CampaignRow } from "@/server/campaigns/list";
import { addresses } from "../addresses";
import { CampaignState } from "./campaign-state";
import { barParts, totalOf } from "./target-states";

/** Campaigns, the newest first. */
export function CampaignsTable({
  campaigns,
  ...props
}: {
  campaigns: readonly CampaignRow[];
  activeId?: string;
  onActivate: (id: string) => void;
  onOpen: (campaign: CampaignRow) => void;
  onEndReached: () => void;
  empty: ReactNode;
}) {
  const t = useTranslations("campaigns");
  return (
    <DataTable
      label={t("title")}
      columns={useCampaignColumns()}
      rows={campaigns}
      rowId={campaignId}
      phoneRow={phoneRow}
      {...props}
    />
  );
}

const campaignId = ({ id }: CampaignRow) => String(id);
const phoneRow = (campaign: CampaignRow) => <PhoneRow campaign={campaign} />;

function useCampaignColumns() {
  const t = useTranslations("campaigns");
  return useMemo(() => {
    const column = columnsOf<CampaignRow>();
    return column.columns([
      column.accessor("name", {
        header: t("name"),
        meta: { width: 220, grow: 2 },
        cell: ({ row }) => <TextLink href={addresses.campaign(row.original.id)}>{row.original.name}</TextLink>,
      }),
      column.accessor("status", {
        header: t("state"),
        meta: { width: 130 },
        cell: ({ row }) => <State campaign={row.original} />,
      }),
      column.accessor("counts", {
        header: t("progress"),
        meta: { width: 240, grow: 2 },
        cell: ({ row }) => <Progress campaign={row.original} />,
      }),
      column.display({
        id: "done",
        header: t("done"),
        meta: { width: 120, align: "right" },
        cell: ({ row }) => <Done campaign={row.original} />,
      }),
      column.accessor("createdBy", {
        header: t("by"),
        meta: { width: 140 },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue()}</span>,
      }),
      column.accessor("createdAt", {
        header: t("made"),
        meta: { width: 130, align: "right" },
        cell: ({ getValue }) => <ClockTime at={getValue()} precision="minutes" className="text-ink-2" />,
      }),
    ]);
  }, [t]);
}

function State({ campaign: { status, startsAt } }: { campaign: CampaignRow }) {
  const now = useClock((time) => time);
  return <CampaignState status={status} startsAt={startsAt} now={now} />;
}

function Progress({ campaign: { counts } }: { campaign: CampaignRow }) {
  const t = useTranslations("campaigns");
  const parts = barParts(counts, (state) => t(`target.${state}`));
  const told = parts.filter(({ count }) => count > 0).map(({ count, label }) => `${count} ${label}`);
  return <ProportionalBar parts={parts} label={told.join(", ")} className="h-3 w-full" />;
}

function Done({ campaign: { counts } }: { campaign: CampaignRow }) {
  const t = useTranslations("campaigns");
  return (
    <span className="text-ink-2">{t("of", { done: counts.succeeded + counts.skipped, total: totalOf(counts) })}</span>
  );
}

function PhoneRow({ campaign }: { campaign: CampaignRow }) {
  return (
    <span className="flex flex-col gap-1.5">
      <span className="flex items-center justify-between gap-3">
        <span className="truncate font-value">{campaign.name}</span>
        <State campaign={campaign} />
      </span>
      <Progress campaign={campaign} />
    </span>
  );
}
