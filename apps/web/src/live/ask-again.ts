import type { Query, QueryClient } from "@tanstack/react-query";
import { inputOf, pathOf } from "./apply-news";
import type { QueryPath, Touched } from "./touched-queries";

/**
 * Asks touched queries again: at once when nothing was asked for a while, else when their pace allows. A network of
 * thousands of stations changes all the time, and a count need not be counted more than once a second.
 */
export function createAskAgain(queries: QueryClient): { askAgain: (touched: Touched) => void; stop: () => void } {
  const paced = new Map<string, { timer: ReturnType<typeof setTimeout>; again: boolean }>();

  function askAgain(touched: Touched) {
    const name = JSON.stringify(touched);
    const waiting = paced.get(name);
    if (waiting) {
      waiting.again = true;
      return;
    }
    const predicate = (query: Query) => isTouched(query, touched);
    // An answer that is on its way may be too old, yet is let come: a network that changes faster than the server answers
    // would cut off every one of them, and nothing would ever be shown.
    const isOnItsWay = queries.isFetching({ predicate }) > 0;
    void queries.invalidateQueries({ predicate }, { cancelRefetch: false });
    const timer = setTimeout(() => {
      const { again } = paced.get(name) ?? { again: false };
      paced.delete(name);
      if (again) askAgain(touched);
    }, paces[touched.path] ?? usualPaceMs);
    paced.set(name, { timer, again: isOnItsWay });
  }

  return {
    askAgain,
    stop() {
      for (const { timer } of paced.values()) clearTimeout(timer);
      paced.clear();
    },
  };
}

const usualPaceMs = 500;

/** Milliseconds between two askings, where it is not the usual. */
const paces: Partial<Record<QueryPath, number>> = {
  "stations.facets": 1_000,
  "stations.list": 2_000,
  "views.pinned": 2_000,
  "now.overview": 1_000,
  "now.rail": 1_000,
  "sites.list": 2_000,
  "sites.find": 2_000,
  "sites.byId": 1_000,
  "sites.onMap": 3_000,
  "stations.around": 1_000,
  "sessions.list": 1_000,
  "sessions.counts": 1_000,
  "tokens.list": 2_000,
  // Somebody has just pressed a button and waits.
  "commands.list": 100,
  "commands.byId": 100,
};

/** Whether a query is of this path and, where one thing is meant, about it: as it was asked, or as it was answered. */
export function isTouched(query: Query, { path, about }: Touched): boolean {
  if (pathOf(query) !== path) return false;
  const input = inputOf(query);
  const data: unknown = query.state.data;
  return Object.entries(about ?? {}).every(([name, value]) => {
    if (name in input) return input[name] === value;
    return (
      typeof data === "object" &&
      data !== null &&
      Object.entries(data).some(([key, held]) => key === name && held === value)
    );
  });
}
