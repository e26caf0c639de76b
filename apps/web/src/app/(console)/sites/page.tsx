import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { SitesLive } from "@/features/sites/sites-live";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sites");
  return { title: t("title") };
}

const read = createLoader({ q: parseAsString.withDefault(""), look: parseAsString });

/** All places where stations stand. */
export default async function SitesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { q, look } = await read(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchInfiniteQuery(trpc.sites.find.infiniteQueryOptions({ q }, nextPage)),
        ...(look === "map" ? [client.prefetchQuery(trpc.sites.onMap.queryOptions({ q: "" }))] : []),
      ]}
    >
      <SitesLive />
    </Prefetched>
  );
}
