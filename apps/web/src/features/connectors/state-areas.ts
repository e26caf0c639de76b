import type { ConnectorState } from "./connector-state";

/** How a state looks where it has an area: shares of a bar, stretches of time. */
export const stateAreas = {
  faulted: "bg-fault text-fault-on",
  offline: "hatch text-ink",
  "out-of-service": "border-2 border-neutral text-ink",
  charging: "bg-charging text-charging-on font-value",
  "paused-by-station": "border border-paused-edge bg-paused text-paused-on",
  "paused-by-car": "border border-paused-edge bg-paused text-paused-on",
  "plugged-in": "bg-neutral text-canvas",
  unplug: "bg-neutral text-canvas",
  reserved: "bg-neutral text-canvas",
  available: "border border-line-strong bg-well text-ink",
} as const satisfies Record<ConnectorState, string>;
