import type { QueryClient } from "@tanstack/react-query";
import { inputOf, pathOf } from "@/live/apply-news";
import type { CommandRow } from "@/server/commands/list";

/** A command that the server has just taken, written into the lists at hand: asking for them would be a second wait. */
export function keepGiven(queries: QueryClient, given: CommandRow) {
  for (const query of queries.getQueryCache().findAll({ predicate: (each) => pathOf(each) === "commands.list" })) {
    const { station, only } = inputOf(query);
    if (only !== undefined || (station !== undefined && station !== given.stationId)) continue;
    queries.setQueryData<{ rows?: CommandRow[] }>(query.queryKey, (list) =>
      // An event may have had it asked for already; and what comes in windows is asked for anew.
      !list?.rows || list.rows.some(({ id }) => id === given.id) ? list : { ...list, rows: [given, ...list.rows] },
    );
  }
}
