import { DisplayLive } from "@/features/display/display-live";
import { Prefetched } from "@/server/prefetched";

/** What drivers read and pay at a station, and what it says in its vendor's own words. */
export default async function DisplayPage({ params }: { params: Promise<{ identity: string }> }) {
  const identity = decodeURIComponent((await params).identity);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) =>
            Promise.all([
              client.prefetchQuery(trpc.holdings.list.queryOptions({ station, kinds: ["display-message"] })),
              client.prefetchQuery(trpc.tariffs.ofStation.queryOptions({ station })),
              client.prefetchQuery(trpc.vendors.heard.queryOptions({ station })),
            ]),
          ),
      ]}
    >
      <DisplayLive identity={identity} />
    </Prefetched>
  );
}
