"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { ErrorPanel } from "@/components/error-panel";
import { Inspector } from "@/components/inspector";
import { Power } from "@/components/quantity";
import { SkeletonRows } from "@/components/skeleton";
import { Sparkline } from "@/components/sparkline";
import { useTRPC } from "@/live/trpc";
import type { LastHour } from "@/server/stations/last-hours";
import { addresses } from "../addresses";
import { CommandSteps } from "../commands/command-steps";
import { SiteTime } from "../preferences/site-time";
import { StationActions } from "./late-parts";
import { stationDetailOf } from "./station-detail-of";
import { StationParts } from "./station-inspector";

/** A station beside the list, with what was tried at it and what can be told to it. */
export const StationInspectorLive = memo(function StationInspectorLive({
  identity,
  onClose,
}: {
  identity: string;
  onClose: () => void;
}) {
  const t = useTranslations("stations");
  const page = useTranslations("stationPage");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.stations.byIdentity.queryOptions({ identity }));
  const { data: given } = useQuery({
    ...trpc.commands.list.queryOptions({ station: data?.id, limit: 3 }),
    enabled: data !== undefined,
  });

  const { data: hours } = useQuery({
    ...trpc.stations.lastHours.queryOptions({ ids: data ? [data.id] : [] }),
    enabled: data !== undefined,
    refetchInterval: 60_000,
  });
  const hour = hours?.[0];

  const security =
    data &&
    page(data.passwordless ? "link.open" : data.securityProfile > 1 ? "link.tls" : "link.password", {
      profile: data.securityProfile,
    });
  const station = data && security !== undefined ? stationDetailOf(data, security) : undefined;
  return (
    <SiteTime zone={data?.site?.timeZone}>
      {/* One and the same while it loads, so that whoever is in it stays in it. */}
      <Inspector
        title={<span className="mono">{identity}</span>}
        note={station && [station.vendor, station.model].filter(Boolean).join(" ")}
        href={addresses.station(identity)}
        onClose={onClose}
        footer={
          station &&
          data && <StationActions key={identity} station={station} capabilities={data.capabilities} isShort />
        }
      >
        {station ? (
          <StationParts
            station={station}
            power={hour && <HourLine hour={hour} station={identity} />}
            tried={
              given && given.rows.length > 0 ? (
                <div className="flex flex-col gap-2">
                  {given.rows.map((command) => (
                    <CommandSteps key={command.id} command={command} />
                  ))}
                </div>
              ) : undefined
            }
          />
        ) : error ? (
          <ErrorPanel what={t("inspectorCouldNot")} stillWorks={error.message} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={5} label={t("loading")} />
        )}
      </Inspector>
    </SiteTime>
  );
});

function HourLine({ hour: { at, powerW }, station }: { hour: LastHour; station: string }) {
  const t = useTranslations("stations");
  const until = useClock((now) => Math.ceil(now / 60_000) * 60_000);
  const samples = useMemo(() => at.map((time, step) => ({ at: time, value: powerW[step] ?? null })), [at, powerW]);
  const from = until - 3_600_000;
  return (
    <>
      <Sparkline
        samples={samples}
        from={from}
        until={until}
        top={Math.max(1, ...powerW) * 1.15}
        height={56}
        isFilled
        label={t("lastHourOf", { station })}
      />
      <p className="mt-1 flex justify-between text-12 text-ink-3">
        <ClockTime at={new Date(from)} precision="minutes" />
        <span>
          {t("peak")} <Power watts={Math.max(...powerW)} />
        </span>
        <ClockTime at={new Date(until)} precision="minutes" />
      </p>
    </>
  );
}
