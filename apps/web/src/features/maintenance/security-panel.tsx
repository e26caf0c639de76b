"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { ErrorPanel } from "@/components/error-panel";
import { Pill } from "@/components/pill";
import { useTRPC } from "@/live/trpc";
import { Panel } from "./panel";
import type { Maintenance } from "./use-maintenance";

/** What the station reported about its security, newest first. */
export function SecurityPanel({ maintenance }: { maintenance: Maintenance }) {
  const t = useTranslations("maintenance.security");
  const words = useTranslations("maintenance");
  const trpc = useTRPC();
  const list = useQuery(trpc.securityEvents.list.queryOptions({ station: maintenance.station.id }));
  return (
    <Panel title={t("title")} types={[]} maintenance={maintenance}>
      {list.error && (
        <ErrorPanel what={words("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.data?.length === 0 && <p className="py-3 text-ink-2">{t("none")}</p>}
      <ul className="max-h-80 overflow-auto">
        {list.data?.map(({ id, at, what, critical, info }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-1.5">
            <span className="w-28 text-ink-2">
              <ClockTime at={at} />
            </span>
            <span className="mono break-all">{what}</span>
            {critical && <Pill look="attn">{t("critical")}</Pill>}
            <span className="min-w-0 break-words text-ink-2">{info}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
