import type { Activity, ConnectorStatus } from "@chargehand/domain/vocabulary";

/** What an operator sees of a connector: one silhouette, one word. In the order of worst first. */
export const connectorStates = [
  "faulted",
  "offline",
  "out-of-service",
  "charging",
  "paused-by-station",
  "paused-by-car",
  "plugged-in",
  "unplug",
  "reserved",
  "available",
] as const;
export type ConnectorState = (typeof connectorStates)[number];

/** One state out of what the station said; while it is silent, what it said last is only a memory. */
export function connectorState({
  status,
  activity,
  connected,
}: {
  status: ConnectorStatus;
  activity?: Activity;
  connected: boolean;
}): ConnectorState {
  if (!connected) return "offline";
  return status === "occupied" ? occupied[activity ?? "connected"] : others[status];
}

const occupied = {
  connected: "plugged-in",
  idle: "plugged-in",
  charging: "charging",
  "paused-by-car": "paused-by-car",
  "paused-by-station": "paused-by-station",
  unplug: "unplug",
} as const satisfies Record<Activity, ConnectorState>;

const others = {
  available: "available",
  reserved: "reserved",
  unavailable: "out-of-service",
  faulted: "faulted",
} as const satisfies Record<Exclude<ConnectorStatus, "occupied">, ConnectorState>;
