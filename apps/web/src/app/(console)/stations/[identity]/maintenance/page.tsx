import { heldKinds } from "@/features/maintenance/held-kinds";
import { MaintenanceLive } from "@/features/maintenance/maintenance-live";
import { Prefetched } from "@/server/prefetched";

/** What keeps a station in order: its firmware, its logs, what it watches, and what it warns of. */
export default async function MaintenancePage({ params }: { params: Promise<{ identity: string }> }) {
  const identity = decodeURIComponent((await params).identity);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) =>
            Promise.all([
              client.prefetchQuery(trpc.files.list.queryOptions({ station })),
              client.prefetchQuery(trpc.holdings.list.queryOptions({ station, kinds: [...heldKinds] })),
              client.prefetchQuery(trpc.securityEvents.list.queryOptions({ station })),
              client.prefetchQuery(trpc.customers.reports.queryOptions({ station })),
            ]),
          ),
      ]}
    >
      <MaintenanceLive identity={identity} />
    </Prefetched>
  );
}
