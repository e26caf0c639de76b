import { createLoader, parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** A conversation's filter and its selected message, as they stand in the address. */
export const messageSearch = {
  action: parseAsString,
  from: parseAsStringLiteral(["station", "us"]),
  verdict: parseAsStringLiteral(["error", "no-answer", "slow"]),
  heartbeats: parseAsBoolean.withDefault(false),
  /** Only what carried this session. */
  session: parseAsInteger,
  sel: parseAsString,
};

export const loadMessageSearch = createLoader(messageSearch);

/** The filter as the server takes it. */
export const messageQuery = (
  search: Pick<Awaited<ReturnType<typeof loadMessageSearch>>, "action" | "from" | "verdict" | "heartbeats" | "session">,
  station: number | undefined,
) => ({
  station,
  action: search.action ?? undefined,
  from: search.from ?? undefined,
  verdict: search.verdict ?? undefined,
  withHeartbeats: search.heartbeats,
  session: search.session ?? undefined,
});
