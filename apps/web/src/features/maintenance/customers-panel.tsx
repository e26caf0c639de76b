"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ClockTime } from "@/components/clock-time";
import { ErrorPanel } from "@/components/error-panel";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { CustomerDialog } from "./customer-dialog";
import { Panel } from "./panel";
import { SendButton } from "./send-button";
import type { Maintenance } from "./use-maintenance";

/** What the station told of customers, readable once it is whole. */
export function CustomersPanel({ maintenance }: { maintenance: Maintenance }) {
  const t = useTranslations("maintenance.customers");
  const words = useTranslations("maintenance");
  const trpc = useTRPC();
  const mayRead = useMay("customers.view");
  const [isAsking, setIsAsking] = useState(false);
  const { station, send, blocked } = maintenance;
  const list = useQuery({ ...trpc.customers.reports.queryOptions({ station: station.id }), enabled: mayRead });

  return (
    <Panel
      title={t("title")}
      note={t("kept")}
      types={["ask-customer-information"]}
      maintenance={maintenance}
      actions={
        <SendButton label={t("ask")} blocked={blocked("ask-customer-information")} onPress={() => setIsAsking(true)} />
      }
    >
      {list.error && (
        <ErrorPanel what={words("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {!mayRead && <p className="py-3 text-ink-2">{t("operatorsOnly")}</p>}
      {list.data?.length === 0 && (
        <p className="max-w-text py-3 text-ink-2">{blocked("ask-customer-information") ?? t("none")}</p>
      )}
      <ul>
        {list.data?.map(({ command, at, text, parts }) => (
          <li key={command} className="border-line border-b py-2">
            <span className="text-ink-2">
              <ClockTime at={at} />
            </span>
            {text === null ? (
              <p>{t("incomplete", { count: parts })}</p>
            ) : (
              <pre className="mono max-h-60 overflow-auto whitespace-pre-wrap break-words text-12">
                {text.trim() || t("nothing")}
              </pre>
            )}
          </li>
        ))}
      </ul>
      {isAsking && (
        <CustomerDialog
          station={station.identity}
          onClose={() => setIsAsking(false)}
          onSend={(command) => send(command, () => setIsAsking(false))}
        />
      )}
    </Panel>
  );
}
