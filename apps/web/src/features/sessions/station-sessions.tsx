"use client";

import { useStation } from "../stations/use-station";
import { SessionsLive } from "./sessions-live";

/** The sessions of one station, on its own page. */
export function StationSessions({ identity }: { identity: string }) {
  const { station } = useStation(identity);
  return <SessionsLive station={station.id} />;
}
