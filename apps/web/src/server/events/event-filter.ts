import type { StoredEvent } from "@chargehand/db/events";
import type { DomainEventType } from "@chargehand/domain/event";
import type { Stations } from "./public-event";

/** Which events a reader wants. What is left out narrows nothing. */
export interface EventFilter {
  types?: readonly DomainEventType[];
  /** Identities. */
  stations?: readonly string[];
}

/** Whether a reader wants this event. */
export function isWanted({ event, station }: StoredEvent, { types, stations }: EventFilter, known: Stations): boolean {
  if (types && !types.includes(event.type)) return false;
  if (!stations) return true;
  const identity = station === undefined ? undefined : known.get(station)?.identity;
  return identity !== undefined && stations.includes(identity);
}
