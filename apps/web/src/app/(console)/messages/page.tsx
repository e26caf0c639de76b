import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadMessageSearch, messageQuery } from "@/features/messages/message-search";
import { MessagesLive } from "@/features/messages/messages-live";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("messages");
  return { title: t("title") };
}

/** What all stations said in the last hour, as it goes on. */
export default async function MessagesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await loadMessageSearch(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchInfiniteQuery(
          trpc.messages.list.infiniteQueryOptions(messageQuery(search, undefined), nextPage),
        ),
        client.prefetchQuery(trpc.messages.actions.queryOptions({})),
        ...(search.sel ? [client.prefetchQuery(trpc.messages.byRef.queryOptions({ ref: search.sel }))] : []),
      ]}
    >
      <MessagesLive />
    </Prefetched>
  );
}
