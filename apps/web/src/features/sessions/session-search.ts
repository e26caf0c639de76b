import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** Which sessions a list shows, as it stands in the address. */
export const sessionSearch = {
  only: parseAsStringLiteral(["open", "ended", "attention"]),
  q: parseAsString.withDefault(""),
};

export const loadSessionSearch = createLoader(sessionSearch);

/** The filter as the server takes it. */
export const sessionQuery = (
  { only, q }: Awaited<ReturnType<typeof loadSessionSearch>>,
  { station }: { station?: number } = {},
) => ({ only: only ?? undefined, text: q.trim() || undefined, station });
