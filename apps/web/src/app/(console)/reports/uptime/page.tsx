import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadReportSearch, uptimeAsked } from "@/features/reports/report-search";
import { UptimeLive } from "@/features/reports/uptime-live";
import { nextPage } from "@/live/next-page";
import { pageContext } from "@/server/page-context";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports");
  return { title: t("uptime") };
}

/** How long stations were there. */
export default async function UptimePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ clock }, search] = await Promise.all([pageContext(), loadReportSearch(searchParams)]);
  const now = clock();
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchInfiniteQuery(trpc.reports.uptime.infiniteQueryOptions(uptimeAsked(search, now), nextPage)),
      ]}
    >
      <UptimeLive now={now} />
    </Prefetched>
  );
}
