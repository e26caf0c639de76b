import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { issueQuery, loadIssueSearch } from "@/features/issues/issue-search";
import { IssuesLive } from "@/features/issues/issues-live";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("issues");
  return { title: t("title") };
}

/** What is wrong in the network. */
export default async function IssuesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await loadIssueSearch(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchInfiniteQuery(trpc.issues.list.infiniteQueryOptions(issueQuery(search), nextPage)),
        client.prefetchQuery(trpc.issues.counts.queryOptions()),
      ]}
    >
      <IssuesLive />
    </Prefetched>
  );
}
