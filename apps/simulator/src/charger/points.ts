import type { Evse } from "./evse";
import type { Settings } from "./settings";
import type { ChargingState, StartPoint, Transaction } from "./transaction";

/** The points of 2.x that hold at an EVSE now: they begin and end transactions. */
export function pointsOf({ pluggedInto, authorisation }: Evse): Set<StartPoint> {
  const points = new Set<StartPoint>();
  if (pluggedInto) points.add("EVConnected");
  if (authorisation) points.add("Authorized");
  if (pluggedInto && authorisation) points.add("PowerPathClosed").add("EnergyTransfer");
  return points;
}

/** A transaction begins as soon as any of the start points holds. */
export function beginsWith(points: Set<StartPoint>, { startPoints }: Settings): boolean {
  return startPoints.some((point) => includes(points, point));
}

/** It ends as soon as any of the stop points was there and is lost. */
export function endsWith(points: Set<StartPoint>, { held }: Transaction, { stopPoints }: Settings): boolean {
  return stopPoints.some((point) => includes(held, point) && !includes(points, point));
}

/** Something came to hold that did not before. */
export function gained(points: Set<StartPoint>, { held }: Transaction): boolean {
  return [...points].some((point) => !held.has(point));
}

/** Where the energy of a running transaction is. */
export function stateOf({ bay, pluggedInto }: Evse, { refused }: Transaction): ChargingState {
  if (!pluggedInto) return "idle";
  if (bay.closed) return bay.pause ? `paused-${bay.pause}` : "charging";
  return refused ? "paused-by-station" : "connected";
}

function includes(points: ReadonlySet<string>, point: string): boolean {
  return points.has(point);
}
