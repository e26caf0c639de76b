"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useTRPC } from "@/live/trpc";
import type { StationRow as Stored } from "@/server/stations/rows";
import type { listQuestion } from "./station-question";
import { stationRowOf } from "./station-row-of";
import type { StationRow } from "./station-view";

/**
 * The stations that match, each kept true in its place. Nothing moves by itself: who comes to match later is counted
 * in `fresh` until somebody asks for the list anew.
 */
export function useStations(question: ReturnType<typeof listQuestion>) {
  const trpc = useTRPC();
  const { filter } = question;
  const list = useInfiniteQuery({
    ...trpc.stations.list.infiniteQueryOptions(question, { getNextPageParam: ({ next }) => next }),
    placeholderData: keepPreviousData,
  });
  const facets = useQuery({ ...trpc.stations.facets.queryOptions({ filter }), placeholderData: keepPreviousData });
  // Without a state in the filter, stations do not come and go by themselves.
  const matching = useQuery({
    ...trpc.stations.matching.queryOptions({ filter }),
    enabled: filter.states !== undefined,
  });
  const fresh = useFresh(JSON.stringify(filter), matching.data);
  const stored = useMemo(() => list.data?.pages.flatMap(({ rows }) => rows) ?? [], [list.data]);

  return {
    rows: useSteadyRows(stored),
    facets: facets.data,
    isAsking: list.isPending,
    error: list.error ?? facets.error,
    failedAt: list.error ? list.errorUpdatedAt : facets.errorUpdatedAt,
    fresh: fresh.count,
    retry() {
      void list.refetch();
      void facets.refetch();
    },
    async showFresh() {
      await list.refetch();
      fresh.forget();
    },
    more: () => {
      if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
    },
  };
}

/** How many match that did not when the list was asked for. */
function useFresh(filter: string, matching: number[] | undefined) {
  const [seen, setSeen] = useState<{ filter: string; ids: ReadonlySet<number> }>();
  // The first answer for a filter is what the list shows.
  if (matching && seen?.filter !== filter) setSeen({ filter, ids: new Set(matching) });
  const count = seen?.filter === filter ? (matching?.filter((id) => !seen.ids.has(id)).length ?? 0) : 0;
  return { count, forget: () => setSeen(undefined) };
}

/** The rows as they are shown: the very same object for a station of which nothing has changed, so that one draws. */
function useSteadyRows(stored: readonly Stored[]): readonly StationRow[] {
  const shown = useRef(new WeakMap<Stored, StationRow>());
  return useMemo(
    () =>
      stored.map((row) => {
        const known = shown.current.get(row) ?? stationRowOf(row);
        shown.current.set(row, known);
        return known;
      }),
    [stored],
  );
}
