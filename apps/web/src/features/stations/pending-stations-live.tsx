"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { ErrorPanel } from "@/components/error-panel";
import { useTRPC } from "@/live/trpc";
import type { StationCredentials } from "../commissioning/fresh-secrets";
import { useMay } from "../person/may";
import { Credentials } from "./late-parts";
import { type PendingStation, PendingStations } from "./pending-stations";

/** Stations that came unannounced: taken in with a secret, which is shown once, or said out loud with none; or sent away. */
export const PendingStationsLive = memo(function PendingStationsLive() {
  const t = useTranslations("pending");
  const trpc = useTRPC();
  const waiting = useQuery(trpc.stations.waiting.queryOptions());
  const mayDecide = useMay("stations.write");
  const [credentials, setCredentials] = useState<StationCredentials & { id: number }>();

  const onSettled = () => void waiting.refetch();
  const approving = useMutation(
    trpc.stations.approve.mutationOptions({
      onSettled,
      onSuccess: ({ secret, ...rest }) => secret !== null && setCredentials({ ...rest, secret }),
    }),
  );
  const refusing = useMutation(trpc.stations.refuse.mutationOptions({ onSettled }));
  const stations = waiting.data ?? [];
  const fault = faultOf(approving, stations) ?? faultOf(refusing, stations);

  return (
    <>
      {fault && <ErrorPanel what={t("couldNot", fault)} />}
      <PendingStations
        stations={stations}
        busyId={approving.isPending ? approving.variables.id : refusing.isPending ? refusing.variables.id : undefined}
        decide={
          mayDecide
            ? {
                onApprove: ({ id }, secured) =>
                  approving.mutate({ id, credentials: secured === "secret" ? "new-secret" : "no-password" }),
                onRefuse: ({ id }) => refusing.mutate({ id }),
              }
            : undefined
        }
      />
      {credentials && <Credentials credentials={credentials} onClose={() => setCredentials(undefined)} />}
    </>
  );
});

function faultOf(
  { error, variables }: { error: { message: string } | null; variables?: { id: number } },
  stations: readonly PendingStation[],
) {
  if (!error) return undefined;
  const identity = stations.find(({ id }) => id === variables?.id)?.identity ?? "";
  return { identity, reason: error.message };
}
