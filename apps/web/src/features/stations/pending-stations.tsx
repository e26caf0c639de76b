"use client";

import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { keyScope, useKeys } from "@/components/keys/use-keys";
import { RelativeTime } from "@/components/relative-time";

/** A station that came unannounced, with what it said about itself. */
export interface PendingStation {
  id: number;
  identity: string;
  version?: OcppVersion;
  vendor?: string;
  model?: string;
  serialNumber?: string;
  firmware?: string;
  remoteAddress?: string;
  firstSeenAt: Date;
  lastTryAt: Date;
  tries: number;
}

/** Stations that wait for a person, on top of everything else. `onApprove` asks how it shall prove itself from now on. */
export function PendingStations({
  stations,
  busyId,
  decide,
}: {
  stations: readonly PendingStation[];
  busyId?: number;
  /** Absent for people who may not. */
  decide?: {
    onApprove: (station: PendingStation, secured: "secret" | "none") => void;
    onRefuse: (station: PendingStation) => void;
  };
}) {
  const t = useTranslations("pending");
  const [focused, setFocused] = useState<number>();
  const meant = stations.find(({ id }) => id === focused);
  useKeys({ acknowledge: decide && meant ? () => decide.onApprove(meant, "secret") : undefined });
  if (stations.length === 0) return null;
  return (
    <section
      aria-label={t("title")}
      className="rounded-2 border border-attn-edge bg-tint-attn"
      onBlur={() => setFocused(undefined)}
      {...keyScope("list")}
    >
      <h2 className="flex items-center gap-2 px-3 pt-2 text-13">
        <Glyph name="attention" />
        {t("count", { count: stations.length })}
      </h2>
      <ul className="max-h-56 overflow-auto">
        {stations.map((station) => (
          <li
            key={station.id}
            tabIndex={decide ? 0 : undefined}
            aria-keyshortcuts={decide ? "a" : undefined}
            onFocus={() => setFocused(station.id)}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 not-first:border-line not-first:border-t"
          >
            <span className="mono font-value">{station.identity}</span>
            <span>{[station.vendor, station.model].filter(Boolean).join(" ") || t("saidNothing")}</span>
            <span className="mono text-ink-2">
              {[station.version, station.firmware, station.serialNumber, station.remoteAddress]
                .filter(Boolean)
                .join(" · ")}
            </span>
            <span className="text-12 text-ink-2">
              {t.rich("tries", {
                count: station.tries,
                time: () => <ClockTime at={station.firstSeenAt} precision="minutes" />,
                age: () => <RelativeTime at={station.lastTryAt} />,
              })}
            </span>
            {decide && (
              <span className="ml-auto flex flex-wrap gap-2">
                <Button
                  size="row"
                  look="primary"
                  Icon={Check}
                  shortcut="acknowledge"
                  isPending={busyId === station.id}
                  onPress={() => decide.onApprove(station, "secret")}
                >
                  {t("approve")}
                </Button>
                <Button size="row" isPending={busyId === station.id} onPress={() => decide.onApprove(station, "none")}>
                  {t("approveOpen")}
                </Button>
                <Button size="row" Icon={X} isPending={busyId === station.id} onPress={() => decide.onRefuse(station)}>
                  {t("refuse")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
