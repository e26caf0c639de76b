import type { SearchParams } from "nuqs/server";
import { loadMessageSearch, messageQuery } from "@/features/messages/message-search";
import { StationMessages } from "@/features/messages/station-messages";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

/** The conversation with a station, as it goes on. */
export default async function StationMessagesPage({
  params,
  searchParams,
}: {
  params: Promise<{ identity: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const identity = decodeURIComponent((await params).identity);
  const search = await loadMessageSearch(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) =>
            Promise.all([
              client.prefetchInfiniteQuery(
                trpc.messages.list.infiniteQueryOptions(messageQuery(search, station), nextPage),
              ),
              client.prefetchQuery(trpc.messages.actions.queryOptions({ station })),
            ]),
          ),
        ...(search.sel ? [client.prefetchQuery(trpc.messages.byRef.queryOptions({ ref: search.sel }))] : []),
      ]}
    >
      <StationMessages identity={identity} />
    </Prefetched>
  );
}
