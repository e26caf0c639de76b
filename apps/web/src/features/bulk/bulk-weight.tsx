"use client";

import { useTranslations } from "next-intl";
import { Segments } from "@/components/segments";
import { WeightLine, WeightLines } from "@/components/weight-line";
import type { ManyWeighed } from "@/server/stations/weigh-many";
import { type BulkCommand, cutsSessions } from "./bulk-command";

/** How many of the stations do what, and what becomes of those that cannot. */
export function BulkWeight({
  weighed: { told, offline, charging, excluded, stations },
  command,
  reached,
  ifOffline,
  onIfOffline,
}: {
  weighed: ManyWeighed;
  command: BulkCommand;
  /** How many will be told. */
  reached: number;
  ifOffline: "leave" | "wait";
  onIfOffline: (how: "leave" | "wait") => void;
}) {
  const t = useTranslations("bulk");
  const waits = command === "reset-idle";
  const cuts = cutsSessions(command);
  return (
    <WeightLines label={t("weight")}>
      <WeightLine glyph="step-passed" count={reached} all={stations}>
        {t("willBeTold")}
      </WeightLine>
      {charging.stations > 0 && (
        <WeightLine glyph={cuts ? "attention" : "charging"} count={charging.stations}>
          {t(cuts ? "chargingCut" : waits ? "chargingWait" : "charging", {
            sessions: charging.sessions,
            energy: charging.energyWh / 1_000,
          })}
        </WeightLine>
      )}
      {offline > 0 && (
        <WeightLine glyph="offline" count={offline}>
          <span className="flex flex-wrap items-center gap-2">
            {t("offline")}
            <Segments
              label={t("ifOffline")}
              chosen={ifOffline}
              onChoose={onIfOffline}
              options={[
                { id: "leave", label: t("leaveOut") },
                { id: "wait", label: t("waitFor") },
              ]}
            />
          </span>
        </WeightLine>
      )}
      {excluded.map(({ reason, stations: count }) => (
        <WeightLine key={reason} glyph="out-of-service" count={count}>
          {t("unsupported")} <span className="text-ink-2">{reason}</span>
        </WeightLine>
      ))}
      {told === 0 && <li className="col-span-full text-13">{t("nobody")}</li>}
    </WeightLines>
  );
}
