"use client";

import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Sample } from "@/components/chart/sample";
import { useTRPC } from "@/live/trpc";
import type { LastHour } from "@/server/stations/last-hours";

/** The line of a station's last hour, which stays the same thing until another is told. */
export type LineOf = (station: number) => readonly Sample[] | undefined;

/** The lines of the last hour, by station; asked window by window, and again every minute. */
export function useLastHours(stations: readonly { id: number }[]): LineOf {
  const trpc = useTRPC();
  const key = stations.map(({ id }) => id).join();
  const windows = useMemo(() => {
    const ids = key === "" ? [] : key.split(",").map(Number);
    return Array.from({ length: Math.ceil(ids.length / windowSize) }, (_, n) =>
      ids.slice(n * windowSize, (n + 1) * windowSize),
    );
  }, [key]);
  return useQueries({
    queries: windows.map((ids) => ({ ...trpc.stations.lastHours.queryOptions({ ids }), refetchInterval: 60_000 })),
    combine: lineOf,
  });
}

const windowSize = 200;

/** Outside of any component, so that it is another only when an answer is. */
function lineOf(answers: readonly { data?: LastHour[] }[]): LineOf {
  const windows = answers.flatMap(({ data }) => (data ? [linesOf(data)] : []));
  return (station) => windows.find((lines) => lines.has(station))?.get(station);
}

/** A list that grows asks for one window more, and draws the others no second time. */
const known = new WeakMap<LastHour[], ReadonlyMap<number, readonly Sample[]>>();

function linesOf(answer: LastHour[]): ReadonlyMap<number, readonly Sample[]> {
  const lines =
    known.get(answer) ??
    new Map(
      answer.map(({ station, at, powerW }) => [
        station,
        at.map((time, step): Sample => ({ at: time, value: powerW[step] ?? null })),
      ]),
    );
  known.set(answer, lines);
  return lines;
}
