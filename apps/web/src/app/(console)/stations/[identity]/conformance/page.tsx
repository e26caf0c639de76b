import { ConformanceLive } from "@/features/conformance/conformance-live";
import { Prefetched } from "@/server/prefetched";

/** How a station keeps to its protocol, and what can be asked of it. */
export default async function ConformancePage({ params }: { params: Promise<{ identity: string }> }) {
  const identity = decodeURIComponent((await params).identity);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) => client.prefetchQuery(trpc.stations.conformance.queryOptions({ station }))),
      ]}
    >
      <ConformanceLive identity={identity} />
    </Prefetched>
  );
}
