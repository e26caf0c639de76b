"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { RelativeTime } from "@/components/relative-time";
import { columnsOf } from "@/components/table/columns";
import { DataTable } from "@/components/table/data-table";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import { WebhookState } from "./webhook-state";
import type { WebhookRow } from "./webhook-view";

/** All webhooks, each with whether its receiver takes what is sent. */
export function WebhooksTable({
  webhooks,
  activeId,
  onActivate,
  onOpen,
  empty,
}: {
  webhooks: readonly WebhookRow[];
  activeId?: string;
  onActivate: (id: string) => void;
  onOpen: (webhook: WebhookRow) => void;
  empty: ReactNode;
}) {
  const t = useTranslations("webhooks");
  const columns = useWebhookColumns();
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={webhooks}
      rowId={webhookId}
      activeId={activeId}
      onActivate={onActivate}
      onOpen={onOpen}
      phoneRow={phoneRow}
      empty={empty}
    />
  );
}

const webhookId = ({ id }: WebhookRow) => String(id);
const phoneRow = (webhook: WebhookRow) => <PhoneRow webhook={webhook} />;

function useWebhookColumns() {
  const t = useTranslations("webhooks");
  return useMemo(() => {
    const column = columnsOf<WebhookRow>();
    return column.columns([
      column.accessor("name", {
        header: t("name"),
        meta: { width: 170, grow: 1 },
        cell: ({ row: { original } }) => (
          <TextLink href={addresses.webhook(original.id)} inRow>
            {original.name}
          </TextLink>
        ),
      }),
      column.accessor("url", {
        header: t("url"),
        meta: { width: 240, grow: 3 },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue()}</span>,
      }),
      column.display({
        id: "wants",
        header: t("wants"),
        meta: { width: 180, grow: 2 },
        cell: ({ row }) => <Wants webhook={row.original} />,
      }),
      column.display({
        id: "state",
        header: t("state"),
        meta: { width: 210, grow: 1 },
        cell: ({ row }) => <WebhookState webhook={row.original} />,
      }),
      column.accessor("waiting", {
        header: t("waiting"),
        meta: { width: 90, align: "right" },
        cell: ({ getValue }) => (getValue() > 0 ? getValue() : <span className="text-ink-3">–</span>),
      }),
      column.accessor("lastTakenAt", {
        header: t("lastTaken"),
        meta: { width: 110, align: "right" },
        cell: ({ getValue }) => {
          const at = getValue();
          return at ? (
            <RelativeTime at={at} className="text-ink-2" />
          ) : (
            <span className="text-ink-3">{t("never")}</span>
          );
        },
      }),
    ]);
  }, [t]);
}

/** What a webhook wants to hear of, as short as it can be said. */
export function Wants({ webhook: { types, stations, sites } }: { webhook: WebhookRow }) {
  const t = useTranslations("webhooks");
  const where = [
    ...(stations.length > 0 ? [t("stationsCount", { count: stations.length })] : []),
    ...(sites.length > 0 ? [t("sitesCount", { count: sites.length })] : []),
  ];
  return (
    <span className="text-ink-2">
      {types.length === 0 ? t("everyEvent") : <span className="mono">{types.join(" ")}</span>}
      {where.length > 0 && ` · ${where.join(", ")}`}
    </span>
  );
}

function PhoneRow({ webhook }: { webhook: WebhookRow }) {
  return (
    <span className="flex flex-col gap-0.5">
      <span className="flex items-center justify-between gap-3">
        <TextLink href={addresses.webhook(webhook.id)}>{webhook.name}</TextLink>
        <span className="shrink-0 text-12">
          <WebhookState webhook={webhook} />
        </span>
      </span>
      <span className="mono truncate text-12 text-ink-2">{webhook.url}</span>
    </span>
  );
}
