"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useTRPC } from "@/live/trpc";
import type { AppRouter } from "@/server/app-router";
import { keepFresh } from "./fresh-secrets";
import type { NewStation } from "./station-form";

/** Adds a station, at a site that is there or a new one, and keeps its secret at hand. */
export function useNewStation(onAdded: (station: { id: number; identity: string }) => void) {
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

  async function add({ identity, name, site, profile, assumedVersion }: NewStation) {
    try {
      const siteId = site && (sites?.find((known) => known.name === site)?.id ?? (await makeSite(site)));
      const { secret, ...added } = await creating.mutateAsync({
        identity,
        name,
        siteId: siteId || undefined,
        assumedVersion,
        passwordless: profile === "0",
        securityProfile: profile === "2" ? 2 : 1,
      });
      if (secret !== null) keepFresh({ ...added, secret });
      onAdded(added);
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

  return {
    add,
    sites: sites?.map(({ name }) => name) ?? [],
    isSending: creating.isPending || newSite.isPending,
    error: faultOf(newSite.error, "site") ?? faultOf(creating.error, "identity"),
  };
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
