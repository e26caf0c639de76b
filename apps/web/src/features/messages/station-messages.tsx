"use client";

import { useStation } from "../stations/use-station";
import { MessagesLive } from "./messages-live";

/** The conversation with one station, on its own page. */
export function StationMessages({ identity }: { identity: string }) {
  const { station } = useStation(identity);
  return <MessagesLive station={station} />;
}
