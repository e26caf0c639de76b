import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { questionAt } from "@/features/sites/question-at";
import { SitePageLive } from "@/features/sites/site-page-live";
import { listQuestion } from "@/features/stations/station-question";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sitePage");
  return { title: t("title") };
}

const read = createLoader({ q: parseAsString.withDefault(""), sort: parseAsString.withDefault("") });

/** One place with its stations. */
export default async function SitePage({ params, searchParams }: Props) {
  const id = Number((await params).id);
  if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) notFound();
  const { q, sort } = await read(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.fetchQuery(trpc.sites.byId.queryOptions({ id })).then(({ name }) => {
          const question = questionAt(name, q);
          return Promise.all([
            client.prefetchInfiniteQuery(
              trpc.stations.list.infiniteQueryOptions(listQuestion(question, sort), nextPage),
            ),
            client.prefetchQuery(trpc.stations.facets.queryOptions({ q: question })),
          ]);
        }),
      ]}
    >
      <SitePageLive id={id} />
    </Prefetched>
  );
}
