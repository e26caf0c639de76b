"use client";

import { useQuery } from "@tanstack/react-query";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import { ActionBarLive } from "./action-bar-live";
import { StationHeader } from "./station-header";
import { useStation } from "./use-station";

/** The head of a station's pages, kept by the stream: three lamps, and the actions as what became of them. */
export function StationHeaderLive({ identity }: { identity: string }) {
  const { station, capabilities } = useStation(identity);
  const trpc = useTRPC();
  const stream = useStreamState();
  const { data: around } = useQuery({
    ...trpc.stations.around.queryOptions({ station: station.id }),
    // Nothing tells of a silence that grows.
    refetchInterval: 30_000,
  });
  return (
    <StationHeader
      station={station}
      stream={stream}
      around={around}
      actions={<ActionBarLive station={station} capabilities={capabilities} />}
    />
  );
}
