"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { nextPage } from "@/live/next-page";
import { alone, useTRPC } from "@/live/trpc";
import type { StationRow as Stored } from "@/server/stations/rows";
import { isEventful, type listQuestion } from "./station-question";
import { stationRowOf } from "./station-row-of";
import type { StationRow } from "./station-view";
import { type LineOf, useLastHours } from "./use-last-hours";
import { usePause } from "./use-pause";

/**
 * The stations that match, each kept true in its place. Nothing moves by itself: who comes to match later is counted
 * in `fresh` until somebody asks for the list anew.
 */
export function useStations(question: ReturnType<typeof listQuestion>) {
  const trpc = useTRPC();
  const { q } = question;
  const list = useInfiniteQuery({
    ...trpc.stations.list.infiniteQueryOptions(question, { ...nextPage, ...alone }),
    placeholderData: keepPreviousData,
  });
  const facets = useQuery({ ...trpc.stations.facets.queryOptions({ q }), placeholderData: keepPreviousData });
  const matching = useQuery({ ...trpc.stations.matching.queryOptions({ q }), enabled: isEventful(q) });
  const live = useMemo(() => list.data?.pages.flatMap(({ rows }) => rows) ?? [], [list.data]);
  const { rows: stored, ...pause } = usePause(JSON.stringify(question), live);
  const fresh = useFresh(q, matching.data);

  return {
    rows: useSteadyRows(stored, useLastHours(stored)),
    facets: facets.data,
    pause,
    isAsking: list.isPending,
    /** Another question is on its way; what is shown answers the one before. */
    isAsked: list.isPlaceholderData,
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
function useSteadyRows(stored: readonly Stored[], lineOf: LineOf): readonly StationRow[] {
  const [shown] = useState(() => new WeakMap<Stored, StationRow>());
  return useMemo(
    () =>
      stored.map((row) => {
        const lastHour = lineOf(row.id);
        const known = shown.get(row);
        if (known && known.lastHour === lastHour) return known;
        const next = { ...stationRowOf(row), lastHour };
        shown.set(row, next);
        return next;
      }),
    [stored, lineOf, shown],
  );
}
