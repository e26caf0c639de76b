import type { SearchParams } from "nuqs/server";
import { ExpertLive } from "@/features/expert/expert-live";
import { loadExpertSearch } from "@/features/expert/expert-search";
import { Prefetched } from "@/server/prefetched";

/** The expert's bench: any call of the station's version, and what came of it. */
export default async function ExpertPage({
  params,
  searchParams,
}: {
  params: Promise<{ identity: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const identity = decodeURIComponent((await params).identity);
  const { action, sent } = await loadExpertSearch(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) =>
            Promise.all([
              client.prefetchQuery(trpc.expert.calls.queryOptions({ station })),
              ...(action === null ? [] : [client.prefetchQuery(trpc.expert.action.queryOptions({ station, action }))]),
              ...(sent === null
                ? []
                : [
                    client.prefetchQuery(trpc.commands.byId.queryOptions({ id: sent })),
                    client.prefetchQuery(trpc.expert.followed.queryOptions({ station, command: sent })),
                  ]),
            ]),
          ),
      ]}
    >
      <ExpertLive identity={identity} />
    </Prefetched>
  );
}
