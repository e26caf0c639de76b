import { NotesLive } from "@/features/notes/notes-live";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

/** What people wrote down about a station. */
export default async function NotesPage({ params }: { params: Promise<{ identity: string }> }) {
  const identity = decodeURIComponent((await params).identity);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) =>
            client.prefetchInfiniteQuery(trpc.stations.notes.infiniteQueryOptions({ station }, nextPage)),
          ),
      ]}
    >
      <NotesLive identity={identity} />
    </Prefetched>
  );
}
