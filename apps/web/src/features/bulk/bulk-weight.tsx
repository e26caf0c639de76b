"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "@/components/glyph";
import { Segments } from "@/components/segments";
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
    <ul aria-label={t("weight")} className="flex flex-col gap-2.5">
      <Line glyph="step-passed" count={reached} all={stations}>
        {t("willBeTold")}
      </Line>
      {charging.stations > 0 && (
        <Line glyph={cuts ? "attention" : "charging"} count={charging.stations}>
          {t(cuts ? "chargingCut" : waits ? "chargingWait" : "charging", {
            sessions: charging.sessions,
            energy: charging.energyWh / 1_000,
          })}
        </Line>
      )}
      {offline > 0 && (
        <Line glyph="offline" count={offline}>
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
        </Line>
      )}
      {excluded.map(({ reason, stations: count }) => (
        <Line key={reason} glyph="out-of-service" count={count}>
          {t("unsupported")} <span className="text-ink-2">{reason}</span>
        </Line>
      ))}
      {told === 0 && <li className="text-13">{t("nobody")}</li>}
    </ul>
  );
}

function Line({ glyph, count, all, children }: { glyph: GlyphName; count: number; all?: number; children: ReactNode }) {
  const format = useFormatter();
  return (
    <li className="grid grid-cols-[16px_72px_1fr] items-start gap-2 text-13">
      <Glyph name={glyph} className="mt-0.5" />
      <b className="text-right font-value">{format.number(count)}</b>
      <span>
        {children}
        {all !== undefined && all !== count && <span className="text-ink-3"> / {format.number(all)}</span>}
      </span>
    </li>
  );
}
