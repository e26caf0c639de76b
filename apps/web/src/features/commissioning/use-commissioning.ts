"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/live/trpc";
import { checklistOf } from "./checklist";

/** How far a station is; the stream tells of what happens, and what only flows is looked at now and then. */
export function useCommissioning(station: number | undefined) {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.stations.commissioning.queryOptions({ station: station ?? 0 }),
    enabled: station !== undefined,
    // The clock's offset and the meter of a session are not events.
    refetchInterval: ({ state: { data } }) =>
      data && checklistOf(data).every(({ standing }) => standing === "done") ? false : lookAgainMs,
  });
}

const lookAgainMs = 4_000;
