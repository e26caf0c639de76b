import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadChangeSearch, sinceOf } from "@/features/changes/change-search";
import { ChangesLive } from "@/features/changes/changes-live";
import { nextPage } from "@/live/next-page";
import { lastShiftOf } from "@/server/changes/last-shift";
import { pageContext, signInFirst } from "@/server/page-context";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("changes");
  return { title: t("title") };
}

/** Everything that changed, in one feed. */
export default async function ChangesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ person, prisma, clock }, search] = await Promise.all([pageContext(), loadChangeSearch(searchParams)]);
  if (!person) return signInFirst();
  const lastShift = await lastShiftOf({ prisma, person });
  const now = clock();
  const since = search.since ?? sinceOf(search.span, { lastShift, now });
  const sources = search.source ? [search.source] : undefined;
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchInfiniteQuery(trpc.changes.list.infiniteQueryOptions({ sources, since }, nextPage)),
      ]}
    >
      <ChangesLive now={now} lastShift={lastShift} />
    </Prefetched>
  );
}
