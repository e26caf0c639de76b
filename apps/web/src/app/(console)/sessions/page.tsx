import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadSessionSearch, sessionQuery } from "@/features/sessions/session-search";
import { SessionsLive } from "@/features/sessions/sessions-live";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sessions");
  return { title: t("title") };
}

/** All sessions, those that run among them. */
export default async function SessionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await loadSessionSearch(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchInfiniteQuery(trpc.sessions.list.infiniteQueryOptions(sessionQuery(search), nextPage)),
        client.prefetchQuery(trpc.sessions.counts.queryOptions()),
      ]}
    >
      <SessionsLive />
    </Prefetched>
  );
}
