"use client";

import { useTranslations } from "next-intl";
import { ChangeMark } from "@/components/change-mark";
import { useClock } from "@/components/clock";
import { Quantity } from "@/components/quantity";
import { Sparkline } from "@/components/sparkline";
import { StaleValue } from "@/components/stale-value";
import type { StationRow } from "./station-view";

/** The line of a station's last hour. */
export function HourCell({ station: { lastHour, identity } }: { station: StationRow }) {
  const t = useTranslations("stations");
  const until = useClock((now) => Math.ceil(now / 60_000) * 60_000);
  if (!lastHour) return null;
  return (
    <Sparkline
      samples={lastHour}
      from={until - 3_600_000}
      until={until}
      width={72}
      label={t("lastHourOf", { station: identity })}
    />
  );
}

/** What a station draws now; old values look it. */
export function PowerCell({ station }: { station: StationRow }) {
  const { powerW, powerAt, connected, heartbeatSeconds } = station;
  if (powerW === undefined) return <span className="text-ink-3">–</span>;
  return (
    <StaleValue at={powerAt} freshFor={5 * heartbeatSeconds * 1000} isOffline={!connected}>
      <ChangeMark value={Math.round(powerW / 100)}>
        <Quantity value={powerW / 1000} unit="" />
      </ChangeMark>
    </StaleValue>
  );
}
