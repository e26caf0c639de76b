import type { Query, QueryClient } from "@tanstack/react-query";
import { applyMissed, touchedBy } from "./apply-news";
import { isTouched } from "./ask-again";
import type { LiveEvent, LiveMessage } from "./message";
import type { Touched } from "./touched-queries";

/** No answer is on its way for longer than this, but for one that the reader has long seen to be late. */
const rememberedMs = 10_000;

/**
 * An answer may be asked for before something happens and come in after it: it would undo what the event said. So the
 * last events are remembered, and written into every answer that comes in and was asked for before them; what they
 * touched and was drawn on the server meanwhile is asked again.
 */
export function watchLateAnswers(
  queries: QueryClient,
  askAgain: (touched: Touched) => void,
  now: () => number = Date.now,
): { remember: (message: LiveMessage) => void; stop: () => void } {
  let recent: { at: number; event: LiveEvent }[] = [];
  const askedAt = new WeakMap<Query, number>();

  const stop = queries.getQueryCache().subscribe((change) => {
    if (change.type !== "added" && change.type !== "updated") return;
    const { query } = change;
    if (change.type === "updated" && change.action.type === "fetch") askedAt.set(query, now());
    // A page that comes from the server brings its answers along: they are added, or set over older ones.
    const isDrawn = change.type === "added" ? query.state.data !== undefined : change.action.type === "setState";
    const isFetched = change.type === "updated" && change.action.type === "success" && !change.action.manual;
    if (!isDrawn && !isFetched) return;

    // What was asked for after an event knows of it, and of what came after that and has no event in its words.
    const since = Math.max(now() - rememberedMs, isFetched ? (askedAt.get(query) ?? 0) : 0);
    const events = recent.filter(({ at }) => at >= since).map(({ event }) => event);
    if (events.length === 0) return;
    // After everybody has been told of the answer itself.
    queueMicrotask(() => {
      applyMissed(query, queries, events);
      if (!isDrawn) return;
      for (const touched of touchedBy(events)) if (isTouched(query, touched)) askAgain(touched);
    });
  });

  return {
    remember(message) {
      if (message.kind !== "events") return;
      const from = now() - rememberedMs;
      recent = [...recent.filter(({ at }) => at > from), ...message.events.map((event) => ({ at: now(), event }))];
    },
    stop,
  };
}
