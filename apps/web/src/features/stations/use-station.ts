"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "@/live/trpc";
import { withLastHour } from "./last-hour";
import { stationDetailOf } from "./station-detail-of";

/** A station as its pages show it, kept by the stream of changes; with its last hour where somebody looks at it. */
export function useStation(identity: string, { withPower = false }: { withPower?: boolean } = {}) {
  const trpc = useTRPC();
  const t = useTranslations("stationPage");
  const { data: stored } = useSuspenseQuery(trpc.stations.byIdentity.queryOptions({ identity }));
  const { data: power } = useQuery({ ...trpc.stations.power.queryOptions({ id: stored.id }), enabled: withPower });
  const security = t(stored.passwordless ? "link.open" : stored.securityProfile > 1 ? "link.tls" : "link.password", {
    profile: stored.securityProfile,
  });
  return useMemo(() => {
    const station = stationDetailOf(stored, security);
    return { station: power ? withLastHour(station, power) : station, capabilities: stored.capabilities };
  }, [stored, security, power]);
}
