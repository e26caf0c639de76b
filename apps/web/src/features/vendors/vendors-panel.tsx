"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { RelativeTime } from "@/components/relative-time";
import { useTRPC } from "@/live/trpc";
import type { HeardMessage } from "@/server/vendors/heard";
import { Panel } from "../maintenance/panel";
import { SendButton } from "../maintenance/send-button";
import type { Maintenance } from "../maintenance/use-maintenance";
import { useMay } from "../person/may";
import { RuleDialog } from "./rule-dialog";
import { SendVendorDialog } from "./send-vendor-dialog";

/** What a station says in its vendor's own words: what, how often, what the last one carried, and what it is answered. */
export function VendorsPanel({ maintenance }: { maintenance: Maintenance }) {
  const t = useTranslations("vendor");
  const trpc = useTRPC();
  const mayWrite = useMay("stations.write");
  const { station, send, blocked } = maintenance;
  const [open, setOpen] = useState<"send" | HeardMessage>();
  const { data: rows } = useQuery(trpc.vendors.heard.queryOptions({ station: station.id }));
  const close = () => setOpen(undefined);

  return (
    <Panel
      title={t("title")}
      count={rows?.length}
      types={["data-transfer"]}
      maintenance={maintenance}
      actions={<SendButton label={t("send")} blocked={blocked("data-transfer")} onPress={() => setOpen("send")} />}
    >
      {rows?.length === 0 && <p className="max-w-text py-3 text-ink-2">{t("none")}</p>}
      <ul>
        {rows?.map((row) => (
          <li
            key={`${row.vendor} ${row.message}`}
            className="grid grid-cols-[minmax(180px,300px)_minmax(0,1fr)_auto] items-start gap-x-4 border-line border-b py-2 max-md:grid-cols-1"
          >
            <span className="min-w-0">
              <span className="block truncate font-value">{row.name ?? (row.message || t("unnamed"))}</span>
              <span className="mono block break-all text-ink-3">
                {[row.vendor, row.message].filter(Boolean).join(" ")}
              </span>
            </span>
            <span className="min-w-0">
              <span className="mono line-clamp-2 break-all text-ink-2">{row.lastData ?? t("noData")}</span>
              <span className="text-12 text-ink-3">
                {t("heard", { count: row.count })} · {t.rich("last", { age: () => <RelativeTime at={row.lastAt} /> })} ·{" "}
                {t(`answered.${row.answer ?? "unknown-vendor"}`)}
              </span>
            </span>
            {mayWrite && (
              <Button size="row" onPress={() => setOpen(row)} className="max-md:mt-2 max-md:w-fit">
                {t(row.answer ? "changeRule" : "makeRule")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open === "send" && (
        <SendVendorDialog station={station.identity} onClose={close} onSend={(command) => send(command, close)} />
      )}
      {open && open !== "send" && <RuleDialog heard={open} onClose={close} />}
    </Panel>
  );
}
