import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadCommandSearch } from "@/features/commands/command-search";
import { CommandsLive } from "@/features/commands/commands-live";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("commands");
  return { title: t("title") };
}

/** What operators told stations. */
export default async function CommandsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { only } = await loadCommandSearch(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchQuery(trpc.commands.list.queryOptions({ only: "unproven", limit: 50 })),
        client.prefetchInfiniteQuery(trpc.commands.list.infiniteQueryOptions({ only: only ?? undefined }, nextPage)),
      ]}
    >
      <CommandsLive />
    </Prefetched>
  );
}
