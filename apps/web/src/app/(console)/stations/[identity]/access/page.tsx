import { AccessLive } from "@/features/access/access-live";
import { Prefetched } from "@/server/prefetched";

/** Who may charge at a station when it cannot ask, and what it remembers. */
export default async function AccessPage({ params }: { params: Promise<{ identity: string }> }) {
  const identity = decodeURIComponent((await params).identity);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) =>
            Promise.all([
              client.prefetchQuery(trpc.lists.ofStation.queryOptions({ station })),
              client.prefetchQuery(trpc.holdings.list.queryOptions({ station, kinds: ["reservation"] })),
            ]),
          ),
      ]}
    >
      <AccessLive identity={identity} />
    </Prefetched>
  );
}
