import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadReportSearch, sumsAsked } from "@/features/reports/report-search";
import { SumsLive } from "@/features/reports/sums-live";
import { pageContext } from "@/server/page-context";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports");
  return { title: t("sessions") };
}

/** What was charged. */
export default async function SumsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ clock }, search] = await Promise.all([pageContext(), loadReportSearch(searchParams)]);
  const now = clock();
  return (
    <Prefetched
      ask={({ trpc, client }) => [client.prefetchQuery(trpc.reports.sessions.queryOptions(sumsAsked(search, now)))]}
    >
      <SumsLive now={now} />
    </Prefetched>
  );
}
