import type { Bus } from "@chargehand/bus/bus";
import { readEvents, type StoredEvent } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import { type LiveEvent, type LiveMessage, livePayload } from "./message";
import { messageQueue } from "./queue";
import { recentPages } from "./recent-pages";

/** The one reader of events in this process, and everybody who listens to it. */
export interface LiveHub {
  /** Where the story stands: what is fetched now holds everything before this point. */
  cursor(): string;
  /** Everything after a cursor, or from now on, until the signal aborts. */
  stream(after: string | undefined, signal: AbortSignal): AsyncGenerator<LiveMessage, void>;
  listeners(): number;
  close(): Promise<void>;
}

const pageSize = 500;
const pollMs = 1_000;
/** A keep-alive at least this often, so that a silent line is a broken one. */
const aliveMs = 3_000;
/** A browser that missed more than this is quicker with everything anew. */
const replayLimit = 5_000;

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
          const message = toMessage(page, false);
          pages.add(cursor, message);
          cursor = page.cursor;
          tell(message);
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
    const queue = messageQueue(AbortSignal.any([signal, closing.signal]));
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
    const remembered = pages.after(after);
    if (remembered) {
      for (const page of remembered) yield { ...page, replayed: true };
      return;
    }
    let from = after;
    for (let read = 0; read < replayLimit; read += pageSize) {
      const page = await readEvents(database, from, pageSize).catch(unlessForeign);
      if (!page) break;
      if (page.events.length > 0) yield toMessage(page, true);
      from = page.cursor;
      if (page.events.length < pageSize) return;
    }
    yield { kind: "refetch", cursor };
  }

  return {
    cursor: () => cursor,
    stream,
    listeners: () => listeners.size,
    async close() {
      closing.abort();
      ring();
      unsubscribeEvents();
      unsubscribeLive();
      await reading;
    },
  };
}

/** A cursor that is none of ours, perhaps of another installation, is like one that is too old. */
function unlessForeign(error: unknown): undefined {
  if (error instanceof RangeError) return undefined;
  throw error;
}

const toMessage = (page: { events: StoredEvent[]; cursor: string }, replayed: boolean) => ({
  kind: "events" as const,
  cursor: page.cursor,
  events: page.events.map(toLiveEvent),
  replayed,
});

const toLiveEvent = ({ station, at, receivedAt, event }: StoredEvent): LiveEvent => ({
  station,
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
