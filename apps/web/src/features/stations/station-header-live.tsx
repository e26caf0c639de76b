"use client";

import { useStreamState } from "@/live/live";
import { ActionBarLive } from "./action-bar-live";
import { StationHeader } from "./station-header";
import { useStation } from "./use-station";

/** The head of a station's pages, kept by the stream: three lamps, and the actions as what became of them. */
export function StationHeaderLive({ identity }: { identity: string }) {
  const { station, capabilities } = useStation(identity);
  const stream = useStreamState();
  return (
    <StationHeader
      station={station}
      stream={stream}
      actions={<ActionBarLive station={station} capabilities={capabilities} />}
    />
  );
}
