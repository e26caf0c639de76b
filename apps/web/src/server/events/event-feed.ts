import { type EventPage, readEvents, type StoredEvent } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import type { LiveHub } from "../live/hub";
import { readerQueue } from "../reader-queue";
import { isAfter } from "./event-cursor";
import { type EventFilter, isWanted } from "./event-filter";
import { type PublicEvent, stationsOf, toPublicEvent } from "./public-event";

/** What a stream is told: an event, or, after a while without one, only how far the story has been read. */
export type Told = { event: PublicEvent } | { cursor: string };

const readAtOnce = 500;

/**
 * Every event after a cursor, for as long as the signal lets it: from the database until the present is reached, then as
 * the process reads them anyway. A reader that cannot keep up goes back to the database, at its own pace.
 */
export async function* eventFeed(
  { database, live }: { database: Queryable; live: Pick<LiveHub, "pages" | "closing"> },
  { after, aliveMs, ...filter }: EventFilter & { after: string; aliveMs: number },
  signal: AbortSignal,
): AsyncGenerator<Told, void> {
  const leaving = new AbortController();
  const until = AbortSignal.any([signal, leaving.signal, live.closing]);
  const queue = readerQueue<EventPage>(until, { sizeOf: ({ events }) => events.length });
  let cursor = after;

  async function* tell(events: readonly StoredEvent[]): AsyncGenerator<Told, void> {
    const stations = await stationsOf(database, events);
    for (const stored of events) {
      cursor = stored.cursor;
      if (isWanted(stored, filter, stations)) yield { event: toPublicEvent(stored, stations) };
    }
  }

  async function* catchUp(): AsyncGenerator<Told, void> {
    while (!until.aborted) {
      const page: EventPage = await readEvents(database, cursor, readAtOnce);
      yield* tell(page.events);
      cursor = page.cursor;
      if (page.events.length < readAtOnce) return;
    }
  }

  try {
    live.pages(queue.push, until);
    yield* catchUp();
    while (true) {
      const page = await queue.take(aliveMs);
      if (page === "closed") return;
      if (page === "late") yield { cursor };
      else if (page === "overflow") yield* catchUp();
      // What was read from the database just before comes once more.
      else yield* tell(page.events.filter((event) => isAfter(event.cursor, cursor)));
    }
  } finally {
    leaving.abort();
  }
}
