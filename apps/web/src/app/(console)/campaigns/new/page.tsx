import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewCampaignLive } from "@/features/campaigns/new/new-campaign-live";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaigns.new");
  return { title: t("title") };
}

/** A new campaign: firmware or a command for many stations. */
export default function NewCampaignPage() {
  return (
    <Prefetched ask={({ trpc, client }) => [client.prefetchQuery(trpc.firmware.list.queryOptions({ limit: 200 }))]}>
      <NewCampaignLive />
    </Prefetched>
  );
}
