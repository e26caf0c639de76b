"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { IconButton } from "@/components/icon-button";
import { latePart } from "@/components/late-part";
import { useDuration } from "@/components/use-duration";
import { useTRPC } from "@/live/trpc";
import type { Outage } from "@/server/reports/outages";
import type { UptimeRow } from "@/server/reports/uptime";
import { useMay } from "../person/may";
import type { OpenDays } from "./uptime-table";

const ExcludeDialog = latePart(
  () => import("./exclude-dialog").then((module) => module.ExcludeDialog),
  () => null,
);

/** The exact times a station was away in some days, how much of each counts, and how the connection ended. */
export function Outages({ station, days, onClose }: { station: UptimeRow; days: OpenDays; onClose: () => void }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const speak = useDuration();
  const trpc = useTRPC();
  const mayExclude = useMay("reports.write");
  const { data: outages } = useQuery(trpc.reports.outages.queryOptions(days));
  const [excluding, setExcluding] = useState<Outage>();
  const time = (at: Date) =>
    format.dateTime(at, {
      ...{ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
      ...{ timeZone: station.zone, timeZoneName: "short" },
    });
  const name = t("outagesOf", { count: outages?.length ?? 0, station: station.identity });

  return (
    <section aria-label={name}>
      <div className="flex items-center justify-between">
        <h2 className="text-13 text-ink-2">{name}</h2>
        <IconButton Icon={X} label={t("close")} onPress={onClose} />
      </div>
      {outages?.length === 0 && <p className="text-ink-2">{t("noOutages")}</p>}
      <ul>
        {outages?.map((outage) => (
          <li key={outage.from.getTime()} className="flex min-h-8 flex-wrap items-center gap-x-4 border-line border-t">
            <span>
              {time(outage.from)} – {outage.goesOn ? t("goesOn") : time(outage.until)}
            </span>
            <span className="font-value">{t("counts", { length: speak(outage.countedS * 1_000) })}</span>
            {outage.excludedS > 0 && (
              <span className="text-ink-2">{t("leftOut", { length: speak(outage.excludedS * 1_000) })}</span>
            )}
            {outage.closeCode !== null && (
              <span className="text-ink-3">
                {t("closed", { code: outage.closeCode, reason: outage.closeReason ?? "" })}
              </span>
            )}
            {mayExclude && outage.countedS > 0 && (
              <Button size="row" look="bare" className="print:hidden" onPress={() => setExcluding(outage)}>
                {t("exclude")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {excluding && (
        <ExcludeDialog station={station} outage={excluding} time={time} onClose={() => setExcluding(undefined)} />
      )}
    </section>
  );
}
