import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { RefusalsLive } from "@/features/refusals/refusals-live";
import { refusalsQuestion } from "@/features/refusals/refusals-question";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("refusals");
  return { title: t("title") };
}

const read = createLoader({ station: parseAsString });

/** Who knocked and was not let in. */
export default async function Refusals({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { station } = await read(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchInfiniteQuery(trpc.stations.refusals.infiniteQueryOptions(refusalsQuestion(station), nextPage)),
      ]}
    >
      <RefusalsLive />
    </Prefetched>
  );
}
