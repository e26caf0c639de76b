import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CampaignsLive } from "@/features/campaigns/campaigns-live";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaigns");
  return { title: t("title") };
}

/** The same work on many stations: firmware, settings, resets. */
export default function CampaignsPage() {
  return (
    <Prefetched
      ask={({ trpc, client }) => [client.prefetchInfiniteQuery(trpc.campaigns.list.infiniteQueryOptions({}, nextPage))]}
    >
      <CampaignsLive />
    </Prefetched>
  );
}
