import type { Context } from "../context";
import { startOf } from "./event-cursor";
import { eventFeed, type Told } from "./event-feed";
import type { EventFilter } from "./event-filter";

/** A sign of life at least this often, shorter than what proxies allow a silent line. */
const aliveMs = 10_000;
/** A stream outlives its key by at most this long. */
const checkMs = 5_000;

/**
 * Events as a stream of server-sent events, each with its cursor as its id. Nothing is made before the other side takes
 * what it has, and nothing is left when it goes.
 */
export async function eventStream(
  { pool, live, stillSignedIn, clock }: Pick<Context, "pool" | "live" | "stillSignedIn" | "clock">,
  asked: EventFilter & { after: string },
  signal: AbortSignal,
): Promise<Response> {
  // A wrong cursor is a problem with a status, which a stream that has begun could not have any more.
  const after = await startOf(pool, asked.after);
  const leaving = new AbortController();
  const until = AbortSignal.any([signal, leaving.signal]);
  const feed = eventFeed({ database: pool, live }, { ...asked, after, aliveMs: checkMs }, until);
  let checkedAt = clock().getTime();
  let saidAt = checkedAt;

  async function* lines(): AsyncGenerator<string, void> {
    yield "retry: 2000\n\n";
    for await (const told of feed) {
      const now = clock().getTime();
      if (now - checkedAt >= checkMs) {
        if (!(await stillSignedIn())) return;
        checkedAt = now;
      }
      if ("cursor" in told && now - saidAt < aliveMs) continue;
      saidAt = now;
      yield linesOf(told);
    }
  }

  const text = lines();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      leaving.abort();
      await text.return();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-store, no-transform",
      // Proxies that gather answers would hold events back.
      "x-accel-buffering": "no",
    },
  });
}

/** An id without data moves the point from which a client resumes, and is no event to it. */
const linesOf = (told: Told) =>
  "event" in told ? `id: ${told.event.id}\ndata: ${JSON.stringify(told.event)}\n\n` : `: alive\nid: ${told.cursor}\n\n`;
