"use client";

import { type VariableRef, variableKey } from "@chargehand/domain/variable";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/live/trpc";

/** The values that a station streams by itself, by the variable they are of. */
export function useStreams(station: number) {
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.holdings.list.queryOptions({ station, kinds: ["monitor", "stream"] }));
  const watched = new Map(
    data.flatMap(({ kind, value }) => (kind === "monitor" ? [[value.id, variableKey(value.variable)] as const] : [])),
  );
  const streams = data.flatMap(({ kind, key, value }) =>
    kind === "stream" ? [{ ...value, id: key, of: watched.get(value.monitor) }] : [],
  );
  return (variable: VariableRef) => streams.filter(({ of }) => of === variableKey(variable));
}
