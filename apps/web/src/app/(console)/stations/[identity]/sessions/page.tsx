import type { SearchParams } from "nuqs/server";
import { loadSessionSearch, sessionQuery } from "@/features/sessions/session-search";
import { StationSessions } from "@/features/sessions/station-sessions";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

/** The sessions of a station. */
export default async function StationSessionsPage({
  params,
  searchParams,
}: {
  params: Promise<{ identity: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const identity = decodeURIComponent((await params).identity);
  const search = await loadSessionSearch(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) =>
            client.prefetchInfiniteQuery(
              trpc.sessions.list.infiniteQueryOptions(sessionQuery(search, { station }), nextPage),
            ),
          ),
      ]}
    >
      <StationSessions identity={identity} />
    </Prefetched>
  );
}
