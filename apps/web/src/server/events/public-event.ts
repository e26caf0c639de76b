import type { StoredEvent } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import { z } from "zod";
import { eventTypeNames, eventTypes } from "./event-types";

const explained = eventTypeNames.map((type) => `- \`${type}\`: ${eventTypes[type]}`).join("\n");

/** An event as other programs get it; its shape is a promise to them. */
export const publicEvent = z.object({
  id: z.string().meta({ description: "Where the event stands in the story; read on from here." }),
  type: z.enum(eventTypeNames).meta({ description: `What happened. More types may come.\n\n${explained}` }),
  at: z.iso.datetime().meta({ description: "When it happened, by the clock of whoever told it." }),
  receivedAt: z.iso.datetime().meta({ description: "When we learned of it, by our clock." }),
  station: z
    .object({
      id: z.string().meta({ description: "Its name on the wire." }),
      number: z.int().meta({ description: "Our number of it." }),
    })
    .nullable()
    .meta({ description: "The station it happened at; null when it is about none, or about one we do not know." }),
  data: z.record(z.string(), z.unknown()).meta({ description: "What else is to be told; depends on the type." }),
});
export type PublicEvent = z.output<typeof publicEvent>;

/** A station as far as events and filters know it. */
export interface EventStation {
  id: number;
  identity: string;
  site: number | null;
}

/** One event, told to others. */
export function toPublicEvent(
  { cursor, station, at, receivedAt, event }: StoredEvent,
  stations: Stations,
): PublicEvent {
  const { type, ...data } = event;
  const known = station === undefined ? undefined : stations.get(station);
  return {
    id: cursor,
    type,
    at: at.toISOString(),
    receivedAt: receivedAt.toISOString(),
    station: known ? { id: known.identity, number: known.id } : null,
    data,
  };
}

export type Stations = ReadonlyMap<number, EventStation>;

/** The stations that some events are about, as they are called now. */
export async function stationsOf(database: Queryable, events: readonly StoredEvent[]): Promise<Stations> {
  const ids = [...new Set(events.flatMap(({ station }) => station ?? []))];
  if (ids.length === 0) return new Map();
  const { rows } = await database.query<EventStation>(
    {
      name: "event-stations",
      text: "SELECT id, identity, site_id AS site FROM station WHERE id = ANY($1::int[])",
    },
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
