import { createLoader, parseAsBoolean, parseAsString } from "nuqs/server";

/** A conversation's filter and its selected message, as they stand in the address. */
export const messageSearch = {
  /** As it is written. */
  q: parseAsString.withDefault(""),
  heartbeats: parseAsBoolean.withDefault(false),
  sel: parseAsString,
};

export const loadMessageSearch = createLoader(messageSearch);

/** The filter as the server takes it. */
export const messageQuery = (
  search: Pick<Awaited<ReturnType<typeof loadMessageSearch>>, "q" | "heartbeats">,
  station: number | undefined,
) => ({ station, q: search.q, withHeartbeats: search.heartbeats });
