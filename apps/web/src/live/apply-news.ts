import type { Query, QueryClient } from "@tanstack/react-query";
import type { Series } from "../server/sessions/series";
import type { PowerLine } from "../server/stations/power";
import { appendToPower, appendToSeries } from "./append";
import type { LiveEvent, LiveMessage } from "./message";
import { gatherNews, type News, sessionNews } from "./news";
import { patchSession } from "./patch-session";
import { patchStation } from "./patch-station";
import { type Touched, touchedQueries } from "./touched-queries";
import { patchRows } from "./windows";

/** Writes what came in into every answer at hand that it can be written into, and hands on what must be asked again. */
export function applyNews(
  queries: QueryClient,
  messages: readonly LiveMessage[],
  askAgain: (touched: Touched) => void,
) {
  const news = gatherNews(messages);
  if (news.stations.size > 0 || news.sessions.size > 0) {
    for (const query of queries.getQueryCache().getAll()) applyTo(query, queries, news);
  }

  for (const touched of touchedBy(news.events)) askAgain(touched);
}

/** Writes events into one answer that was on its way while they happened, and may be older than they are. */
export function applyMissed(query: Query, queries: QueryClient, events: readonly LiveEvent[]) {
  applyTo(query, queries, gatherNews([{ kind: "events", cursor: "", events: [...events], left: 0 }]));
}

/** What events touch, each once. */
export function touchedBy(events: readonly LiveEvent[]): Touched[] {
  return [...new Map(events.flatMap(touchedQueries).map((touched) => [JSON.stringify(touched), touched])).values()];
}

function applyTo(query: Query, queries: QueryClient, news: News) {
  const { data, isInvalidated, dataUpdatedAt } = query.state;
  // What nobody looks at and is to be asked again anyway stays as it is.
  if (data === undefined || (isInvalidated && !query.isActive())) return;
  const next = patches[pathOf(query)]?.(data, news, query);
  if (next !== undefined && next !== data) queries.setQueryData(query.queryKey, next, { updatedAt: dataUpdatedAt });
}

type Patch = (data: unknown, news: News, query: Query) => unknown;

const stationRows: Patch = (data, { stations }) =>
  patchRows(data, (row: Parameters<typeof patchStation>[0]) => {
    const about = stations.get(row.id);
    return about ? patchStation(row, about) : row;
  });

const sessionRows: Patch = (data, news) =>
  patchRows(data, (row: Parameters<typeof patchSession>[0]) => {
    const about = sessionNews(news, row.id, row.station.id);
    return about ? patchSession(row, about) : row;
  });

/** The answers that can be kept true without asking. The cache knows no types; each path has the one of its procedure. */
const patches: Record<string, Patch | undefined> = {
  "stations.list": stationRows,
  "stations.rows": stationRows,
  "stations.byIdentity": stationRows,
  "sessions.list": sessionRows,
  "sessions.byId": sessionRows,
  "sessions.samples": (data, { sessions }, query) => {
    const about = sessions.get(Number(inputOf(query).id));
    return about ? appendToSeries(data as Series, about.readings) : data;
  },
  "stations.power": (data, { stations }, query) => {
    const about = stations.get(Number(inputOf(query).id));
    return about ? appendToPower(data as PowerLine[], about.readings) : data;
  },
};

/** `stations.list` out of the key `[["stations", "list"], { input, type }]`. */
export const pathOf = ({ queryKey: [path] }: Pick<Query, "queryKey">) => (Array.isArray(path) ? path.join(".") : "");

/** What a query was asked with. */
export function inputOf({ queryKey: [, options] }: Pick<Query, "queryKey">): Record<string, unknown> {
  const input = typeof options === "object" && options !== null && "input" in options ? options.input : undefined;
  return typeof input === "object" && input !== null ? { ...input } : {};
}
