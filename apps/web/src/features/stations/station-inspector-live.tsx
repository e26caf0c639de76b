"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ErrorPanel } from "@/components/error-panel";
import { Inspector } from "@/components/inspector";
import { SkeletonRows } from "@/components/skeleton";
import { useTRPC } from "@/live/trpc";
import { CommandSteps } from "../commands/command-steps";
import { ActionBarLive } from "./action-bar-live";
import { stationDetailOf } from "./station-detail-of";
import { StationInspector } from "./station-inspector";

/** A station beside the list, with what was tried at it and what can be told to it. */
export function StationInspectorLive({ identity, onClose }: { identity: string; onClose: () => void }) {
  const t = useTranslations("stations");
  const page = useTranslations("stationPage");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.stations.byIdentity.queryOptions({ identity }));
  const { data: given } = useQuery({
    ...trpc.commands.list.queryOptions({ station: data?.id, limit: 3 }),
    enabled: data !== undefined,
  });

  if (!data) {
    return (
      <Inspector title={<span className="mono">{identity}</span>} onClose={onClose}>
        {error ? (
          <ErrorPanel what={t("inspectorCouldNot")} stillWorks={error.message} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={5} label={t("loading")} />
        )}
      </Inspector>
    );
  }
  const security = page(data.passwordless ? "link.open" : data.securityProfile > 1 ? "link.tls" : "link.password", {
    profile: data.securityProfile,
  });
  const station = stationDetailOf(data, security);
  return (
    <StationInspector
      station={station}
      onClose={onClose}
      tried={
        given && given.rows.length > 0 ? (
          <div className="flex flex-col gap-2">
            {given.rows.map((command) => (
              <CommandSteps key={command.id} command={command} />
            ))}
          </div>
        ) : undefined
      }
      actions={<ActionBarLive key={identity} station={station} capabilities={data.capabilities} isShort />}
    />
  );
}
