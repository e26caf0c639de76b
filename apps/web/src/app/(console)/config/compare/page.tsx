import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { CompareLive } from "@/features/configuration/compare-live";
import { chosenOf, compareSearch } from "@/features/configuration/config-search";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("configuration");
  return { title: t("compare") };
}

const read = createLoader(compareSearch);

/** The stations that the address names, beside each other. */
export default async function ComparePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await read(searchParams);
  const chosen = chosenOf(search);
  return (
    <Prefetched
      ask={({ trpc, client }) =>
        chosen
          ? [
              client.prefetchInfiniteQuery(
                trpc.configuration.compare.infiniteQueryOptions(
                  { chosen, all: search.all, facts: search.facts },
                  nextPage,
                ),
              ),
            ]
          : []
      }
    >
      <CompareLive />
    </Prefetched>
  );
}
