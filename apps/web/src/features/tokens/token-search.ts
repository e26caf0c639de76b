import { tokenStandings } from "@chargehand/domain/authorization";
import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** Which tokens a list shows, as it stands in the address. */
export const tokenSearch = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(tokenStandings),
};

export const loadTokenSearch = createLoader(tokenSearch);

/** The filter as the server takes it. */
export const tokenQuery = ({ q, status }: Awaited<ReturnType<typeof loadTokenSearch>>) => ({
  text: q.trim() || undefined,
  status: status ?? undefined,
});
