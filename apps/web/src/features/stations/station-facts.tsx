"use client";

import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { type Fact, KeyValues } from "@/components/key-values";
import { RelativeTime } from "@/components/relative-time";
import { useDuration } from "@/components/use-duration";
import type { StationDetail } from "./station-view";

/** What is known of a station itself; what it never said is left out. */
export function StationFacts({ station }: { station: StationDetail }) {
  const t = useTranslations("facts");
  const speak = useDuration();
  const { clockSkewMs, lastSeenAt, connectedSince, lastBootAt } = station;
  const mono = (text: string) => <span className="mono">{text}</span>;

  const facts: (Fact | false | undefined)[] = [
    (station.vendor ?? station.model) !== undefined && {
      label: t("model"),
      value: [station.vendor, station.model].filter(Boolean).join(" "),
    },
    station.serialNumber !== undefined && { label: t("serial"), value: mono(station.serialNumber) },
    station.firmware !== undefined && { label: t("firmware"), value: mono(station.firmware) },
    station.version && { label: t("protocol"), value: t("ocpp", { version: station.version }) },
    clockSkewMs !== undefined && { label: t("clock"), value: skew(clockSkewMs) },
    {
      label: t("heartbeat"),
      value: t("every", { seconds: station.heartbeatSeconds }),
      note: lastSeenAt && t.rich("last", { time: () => <ClockTime at={lastSeenAt} /> }),
    },
    station.security !== undefined && {
      label: t("link"),
      value: station.security,
      note: connectedSince && station.connected && t.rich("up", { age: () => <RelativeTime at={connectedSince} /> }),
    },
    lastBootAt && {
      label: t("boot"),
      value: t.rich("ago", { age: () => <RelativeTime at={lastBootAt} /> }),
      note: station.lastBootReason,
    },
    station.registration !== "accepted" && {
      label: t("registration"),
      value: t(`registrations.${station.registration}`),
    },
  ];
  return <KeyValues facts={facts.filter((fact): fact is Fact => Boolean(fact))} />;

  function skew(milliseconds: number) {
    if (Math.abs(milliseconds) < 1000) return t("clockRight");
    return t(milliseconds < 0 ? "clockBehind" : "clockAhead", { age: speak(Math.abs(milliseconds)) });
  }
}
