import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { columnsCookie } from "@/features/stations/column-choice";
import { isEventful, listQuestion } from "@/features/stations/station-question";
import { StationsLive } from "@/features/stations/stations-live";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stations");
  return { title: t("title") };
}

const read = createLoader({
  q: parseAsString.withDefault(""),
  sort: parseAsString.withDefault(""),
  sel: parseAsString,
});

/** All stations, as the address filters and orders them. */
export default async function Stations({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ q, sort, sel }, jar] = await Promise.all([read(searchParams), cookies()]);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchInfiniteQuery(trpc.stations.list.infiniteQueryOptions(listQuestion(q, sort), nextPage)),
        client.prefetchQuery(trpc.stations.facets.queryOptions({ q })),
        client.prefetchQuery(trpc.stations.waiting.queryOptions()),
        // Whoever comes to match after this moment is new, not one of the list.
        ...(isEventful(q) ? [client.prefetchQuery(trpc.stations.matching.queryOptions({ q }))] : []),
        ...(sel === null ? [] : [client.prefetchQuery(trpc.stations.byIdentity.queryOptions({ identity: sel }))]),
      ]}
    >
      <StationsLive rememberedColumns={jar.get(columnsCookie)?.value ?? ""} />
    </Prefetched>
  );
}
