import type { Bus } from "@chargehand/bus/bus";
import { type EventPage, readEvents, type StoredEvent } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import { type EventsMessage, type LiveEvent, type LiveMessage, livePayload } from "../../live/message";
import { recentPages } from "../../live/recent-pages";
import { readerQueue } from "../reader-queue";
import { seenSince } from "./seen";

/** The one reader of events in this process, and everybody who listens to it. */
export interface LiveHub {
  /** Where the story stands: what is fetched now holds everything before this point. */
  cursor(): string;
  /** Everything after a cursor, or from now on, until the signal aborts. */
  stream(after: string | undefined, signal: AbortSignal): AsyncGenerator<LiveMessage, void>;
  /** Tells each page of events as it is read, until the signal aborts: for readers with a cursor of their own. */
  pages(listener: (page: EventPage) => void, signal: AbortSignal): void;
  listeners(): number;
  /** How many readers are told of pages. */
  readers(): number;
  /** Aborts when it closes: whoever is told by it is told no more. */
  closing: AbortSignal;
  close(): Promise<void>;
}

const pageSize = 500;
const pollMs = 1_000;
/** A keep-alive at least this often, so that a silent line is a broken one. */
const aliveMs = 3_000;
/** A browser that missed more than this is quicker with everything anew. */
const mostReplayed = 5_000;
const seenMs = 15_000;

/** Starts reading at the newest event; a lost bell costs at most the poll. */
export async function createLiveHub({
  database,
  bus,
  now = Date.now,
  onError,
}: {
  database: Queryable;
  bus: Pick<Bus, "subscribe">;
  now?: () => number;
  onError: (error: unknown) => void;
}): Promise<LiveHub> {
  let { cursor } = await readEvents(database, "now", 1);
  const pages = recentPages();
  const listeners = new Set<(message: LiveMessage) => void>();
  const readers = new Set<(page: EventPage) => void>();
  const tell = (message: LiveMessage) => {
    for (const listener of listeners) listener(message);
  };

  const closing = new AbortController();
  let ring = () => {};
  let rung = false;
  const unsubscribeEvents = await bus.subscribe("events", () => {
    rung = true;
    ring();
  });
  const unsubscribeLive = await bus.subscribe("live", (payload) => {
    const parsed = livePayload.safeParse(jsonOf(payload));
    if (parsed.success) tell({ kind: "readings", at: parsed.data.at, readings: parsed.data.stations });
    else onError(new Error(`the live topic carried something else: ${parsed.error.message}`));
  });

  const reading = (async () => {
    while (!closing.signal.aborted) {
      rung = false;
      try {
        const page = await readEvents(database, cursor, pageSize);
        if (page.events.length > 0) {
          const message = toMessage(page);
          pages.add(cursor, message);
          cursor = page.cursor;
          tell(message);
          for (const reader of readers) reader(page);
        }
        if (page.events.length === pageSize) continue;
      } catch (error) {
        // The database is away: the loop has to outlive it.
        onError(error);
      }
      if (rung || closing.signal.aborted) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs);
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();

  async function* stream(after: string | undefined, signal: AbortSignal): AsyncGenerator<LiveMessage, void> {
    const queue = readerQueue<LiveMessage>(AbortSignal.any([signal, closing.signal]));
    listeners.add(queue.push);
    try {
      // What is told meanwhile waits in the queue. Some of it may be told twice: to apply an event again changes nothing.
      if (after !== undefined && after !== cursor) yield* replay(after);
      while (true) {
        const message = await queue.take(aliveMs);
        if (message === "closed") return;
        if (message === "late") yield { kind: "alive", at: now() };
        else if (message === "overflow") yield { kind: "refetch", cursor };
        else yield message;
      }
    } finally {
      listeners.delete(queue.push);
    }
  }

  async function* replay(after: string): AsyncGenerator<LiveMessage, void> {
    const missed = pages.after(after) ?? (await missedSince(database, after));
    if (!missed) return yield { kind: "refetch", cursor };
    let left = missed.reduce((sum, { events }) => sum + events.length, 0);
    for (const page of missed) {
      left -= page.events.length;
      yield { ...page, left };
    }
  }

  let seen = new Date(now());
  const seenTimer = setInterval(() => {
    if (listeners.size === 0) return;
    const until = new Date(now());
    void seenSince(database, seen).then((stations) => {
      seen = until;
      if (stations.length > 0) tell({ kind: "seen", seen: stations });
    }, onError);
  }, seenMs);

  return {
    cursor: () => cursor,
    stream,
    pages(listener, signal) {
      if (signal.aborted) return;
      readers.add(listener);
      signal.addEventListener("abort", () => readers.delete(listener), { once: true });
    },
    listeners: () => listeners.size,
    readers: () => readers.size,
    closing: closing.signal,
    async close() {
      closing.abort();
      clearInterval(seenTimer);
      ring();
      unsubscribeEvents();
      unsubscribeLive();
      await reading;
    },
  };
}

/** Everything since a cursor, or undefined when that is more than is worth telling. */
async function missedSince(database: Queryable, after: string): Promise<EventsMessage[] | undefined> {
  const pages: EventsMessage[] = [];
  let from = after;
  for (let read = 0; read < mostReplayed; read += pageSize) {
    const page = await readEvents(database, from, pageSize).catch(unlessForeign);
    if (!page) return undefined;
    if (page.events.length > 0) pages.push(toMessage(page));
    if (page.events.length < pageSize) return pages;
    from = page.cursor;
  }
  return undefined;
}

/** A cursor that is none of ours, perhaps of another installation, is like one that is too old. */
function unlessForeign(error: unknown): undefined {
  if (error instanceof RangeError) return undefined;
  throw error;
}

const toMessage = ({ events, cursor }: EventPage): EventsMessage => ({
  kind: "events",
  cursor,
  events: events.map(toLiveEvent),
  left: 0,
});

const toLiveEvent = ({ station, at, receivedAt, event }: StoredEvent): LiveEvent => ({
  ...(station !== undefined && { station }),
  at: at.getTime(),
  receivedAt: receivedAt.getTime(),
  event,
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema refuses undefined, and says so.
    return undefined;
  }
}
