import { CommissioningLive } from "@/features/commissioning/commissioning-live";
import { Prefetched } from "@/server/prefetched";

/** A station on its way into service. */
export default async function CommissioningPage({ params }: { params: Promise<{ identity: string }> }) {
  const identity = decodeURIComponent((await params).identity);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) => client.prefetchQuery(trpc.stations.commissioning.queryOptions({ station }))),
      ]}
    >
      <CommissioningLive identity={identity} />
    </Prefetched>
  );
}
