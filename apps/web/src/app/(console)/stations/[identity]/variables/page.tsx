import { VariablesLive } from "@/features/variables/variables-live";
import { Prefetched } from "@/server/prefetched";

/** A station's settings and facts. */
export default async function VariablesPage({ params }: { params: Promise<{ identity: string }> }) {
  const identity = decodeURIComponent((await params).identity);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) => client.prefetchQuery(trpc.variables.list.queryOptions({ station }))),
      ]}
    >
      <VariablesLive identity={identity} />
    </Prefetched>
  );
}
