import { energyKinds } from "@/features/energy/energy-kinds";
import { EnergyLive } from "@/features/energy/energy-live";
import { Prefetched } from "@/server/prefetched";

/** What limits a station, what its cars need, and how it behaves towards the grid. */
export default async function EnergyPage({ params }: { params: Promise<{ identity: string }> }) {
  const identity = decodeURIComponent((await params).identity);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) =>
            Promise.all([
              client.prefetchQuery(trpc.holdings.list.queryOptions({ station, kinds: [...energyKinds] })),
              client.prefetchQuery(trpc.energy.supply.queryOptions({ station })),
            ]),
          ),
      ]}
    >
      <EnergyLive identity={identity} />
    </Prefetched>
  );
}
