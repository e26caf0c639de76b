import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { createLoader } from "nuqs/server";
import { CampaignLive } from "@/features/campaigns/campaign-live";
import { campaignSearch } from "@/features/campaigns/campaign-search";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaigns");
  return { title: t("title") };
}

const loadSearch = createLoader(campaignSearch);

/** One campaign and its stations. */
export default async function CampaignPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const id = Number((await params).id);
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) notFound();
  const { show } = await loadSearch(searchParams);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.fetchQuery(trpc.campaigns.byId.queryOptions({ id })),
        client.prefetchInfiniteQuery(
          trpc.campaigns.targets.infiniteQueryOptions({ campaign: id, state: show ?? undefined }, nextPage),
        ),
      ]}
    >
      <CampaignLive id={id} />
    </Prefetched>
  );
}
