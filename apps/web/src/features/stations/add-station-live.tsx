"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useState } from "react";
import { useTRPC } from "@/live/trpc";
import type { AppRouter } from "@/server/app-router";
import { AddStationDialog, type NewStation, type StationCredentials } from "./add-station-dialog";

/** Adds a station: at a site that is there or a new one; then what to type into the charger, once. */
export function AddStationLive({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data: sites } = useQuery(trpc.sites.list.queryOptions());
  const newSite = useMutation(trpc.sites.create.mutationOptions());
  const creating = useMutation(
    trpc.stations.create.mutationOptions({
      // The stream tells all pages; this one need not wait for it.
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.stations.pathKey() }),
    }),
  );
  const [credentials, setCredentials] = useState<StationCredentials>();

  async function add({ identity, name, site }: NewStation) {
    try {
      const siteId = site && (sites?.find((known) => known.name === site)?.id ?? (await makeSite(site)));
      const { secret, ...added } = await creating.mutateAsync({ identity, name, siteId: siteId || undefined });
      if (secret !== null) setCredentials({ ...added, secret });
    } catch {
      // Both mutations keep their error, and the form shows it.
    }
  }

  async function makeSite(name: string) {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const { id } = await newSite.mutateAsync({ name, timeZone });
    await queries.invalidateQueries({ queryKey: trpc.sites.pathKey() });
    return id;
  }

  if (credentials) return <CredentialsDialog credentials={credentials} onClose={onClose} />;
  return (
    <AddStationDialog
      isOpen
      onClose={onClose}
      sites={sites?.map(({ name }) => name) ?? []}
      onAdd={add}
      state={{
        is: "asking",
        isSending: creating.isPending || newSite.isPending,
        error: faultOf(newSite.error, "site") ?? faultOf(creating.error, "identity"),
      }}
    />
  );
}

/** What to type into a charger, shown once, and whether it has come with it. */
export function CredentialsDialog({ credentials, onClose }: { credentials: StationCredentials; onClose: () => void }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.stations.byIdentity.queryOptions({ identity: credentials.identity }));
  // A station that was here before its secret was has not shown yet that it knows it.
  const hasProven = data?.connected && data.connection?.authenticated !== "none";
  return (
    <AddStationDialog
      isOpen
      onClose={onClose}
      sites={[]}
      onAdd={() => {}}
      state={{ is: "added", credentials, seenAt: hasProven ? (data.connectedAt ?? undefined) : undefined }}
    />
  );
}

/** A refusal at the field it is about: what contradicts what is there is about the name. */
function faultOf(error: unknown, named: "identity" | "site") {
  if (!(error instanceof TRPCClientError)) return undefined;
  const { data, message }: Pick<TRPCClientError<AppRouter>, "data" | "message"> = error;
  const fields = data?.fields ?? {};
  const field = (["identity", "name"] as const).find((one) => fields[one]);
  if (field && named === "identity") return { field, text: fields[field] ?? message };
  return { field: data?.code === "CONFLICT" || named === "site" ? named : undefined, text: message };
}
