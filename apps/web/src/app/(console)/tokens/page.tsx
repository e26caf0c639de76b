import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadTokenSearch, tokenQuery } from "@/features/tokens/token-search";
import { TokensLive } from "@/features/tokens/tokens-live";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tokens");
  return { title: t("title") };
}

/** Who may charge. */
export default async function TokensPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await loadTokenSearch(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchInfiniteQuery(trpc.tokens.list.infiniteQueryOptions(tokenQuery(search), nextPage)),
      ]}
    >
      <TokensLive />
    </Prefetched>
  );
}
