"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/live/trpc";
import { heldKinds } from "./held-kinds";

/** What the station holds of the kinds that are shown here. */
export function useHeld(station: number) {
  const trpc = useTRPC();
  const { data = [], error, refetch } = useQuery(trpc.holdings.list.queryOptions({ station, kinds: [...heldKinds] }));
  return {
    error,
    refetch,
    works: data.flatMap(({ kind, value }) => (kind === "work" ? [value] : [])),
    alerts: data.flatMap(({ kind, value }) => (kind === "alert" ? [value] : [])),
    monitors: data.flatMap(({ kind, value }) => (kind === "monitor" ? [value] : [])),
    networks: data.flatMap(({ kind, key, value, at }) =>
      kind === "network-profile" ? [{ slot: key, ...value, at }] : [],
    ),
    streams: data.flatMap(({ kind, key, value }) => (kind === "stream" ? [{ id: key, ...value }] : [])),
  };
}

export type Held = ReturnType<typeof useHeld>;
