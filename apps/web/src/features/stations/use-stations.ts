"use client";

import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Sample } from "@/components/chart/sample";
import { nextPage } from "@/live/next-page";
import { alone, useTRPC } from "@/live/trpc";
import type { LastHour } from "@/server/stations/last-hours";
import type { StationRow as Stored } from "@/server/stations/rows";
import { isEventful, type listQuestion } from "./station-question";
import { stationRowOf } from "./station-row-of";
import type { StationRow } from "./station-view";
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

/** The lines of the last hour, by station; asked window by window, and again every minute. */
function useLastHours(stored: readonly Stored[]): ReadonlyMap<number, readonly Sample[]> {
  const trpc = useTRPC();
  const key = stored.map(({ id }) => id).join();
  const windows = useMemo(() => {
    const ids = key === "" ? [] : key.split(",").map(Number);
    return Array.from({ length: Math.ceil(ids.length / windowSize) }, (_, n) =>
      ids.slice(n * windowSize, (n + 1) * windowSize),
    );
  }, [key]);
  return useQueries({
    queries: windows.map((ids) => ({ ...trpc.stations.lastHours.queryOptions({ ids }), refetchInterval: 60_000 })),
    combine: linesOf,
  });
}

const windowSize = 200;

/** Outside of any component, so that the lines are made again only when an answer is another. */
function linesOf(answers: readonly { data?: LastHour[] }[]): ReadonlyMap<number, readonly Sample[]> {
  return new Map(
    answers.flatMap(({ data = [] }) =>
      data.map(({ station, at, powerW }): [number, Sample[]] => [
        station,
        at.map((time, step) => ({ at: time, value: powerW[step] ?? null })),
      ]),
    ),
  );
}

/** The rows as they are shown: the very same object for a station of which nothing has changed, so that one draws. */
function useSteadyRows(
  stored: readonly Stored[],
  lines: ReadonlyMap<number, readonly Sample[]>,
): readonly StationRow[] {
  // A new answer about the last hour draws all rows once.
  const shown = useMemo(() => ({ lines, rows: new WeakMap<Stored, StationRow>() }), [lines]);
  return useMemo(
    () =>
      stored.map((row) => {
        const known = shown.rows.get(row) ?? { ...stationRowOf(row), lastHour: shown.lines.get(row.id) };
        shown.rows.set(row, known);
        return known;
      }),
    [stored, shown],
  );
}
