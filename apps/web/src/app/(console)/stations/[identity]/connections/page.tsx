import { ConnectionsLive } from "@/features/stations/connections-live";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

/** How a station's line has held. */
export default async function ConnectionsPage({ params }: { params: Promise<{ identity: string }> }) {
  const identity = decodeURIComponent((await params).identity);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) =>
            Promise.all([
              client.fetchQuery(trpc.stations.bootPolicy.queryOptions({ station })),
              client.fetchQuery(trpc.stations.probing.queryOptions({ station })),
              client.prefetchQuery(trpc.stations.connectionDays.queryOptions({ station })),
              client.prefetchInfiniteQuery(trpc.stations.connections.infiniteQueryOptions({ station }, nextPage)),
            ]),
          ),
      ]}
    >
      <ConnectionsLive identity={identity} />
    </Prefetched>
  );
}
