import { readEvents } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import { startOf } from "./event-cursor";
import { type EventFilter, isWanted } from "./event-filter";
import { type PublicEvent, stationsOf, toPublicEvent } from "./public-event";

/** A page of the story. */
export interface PublicEventPage {
  events: PublicEvent[];
  /** Where to read on, whether or not anything was found. */
  cursor: string;
  /** Whether there is more to read already. */
  more: boolean;
}

const readAtOnce = 1_000;
/** A narrow filter over a long past answers with what it found so far, and where to go on. */
const mostRead = 10_000;

/** Events after a cursor, in their order; `beginning` for all there are, `now` for only a cursor. */
export async function eventPage(
  database: Queryable,
  { after, limit, ...filter }: EventFilter & { after: string; limit: number },
): Promise<PublicEventPage> {
  let cursor = await startOf(database, after);
  const events: PublicEvent[] = [];

  for (let read = 0; read < mostRead; read += readAtOnce) {
    const page = await readEvents(database, cursor, filter.types || filter.stations ? readAtOnce : limit + 1);
    const stations = await stationsOf(database, page.events);
    for (const stored of page.events) {
      if (!isWanted(stored, filter, stations)) continue;
      // One more than fits tells that there is more.
      if (events.length === limit) return { events, cursor: events.at(-1)?.id ?? cursor, more: true };
      events.push(toPublicEvent(stored, stations));
    }
    cursor = page.cursor;
    if (page.events.length < readAtOnce) return { events, cursor, more: false };
  }
  return { events, cursor, more: true };
}
