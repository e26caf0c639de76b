import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NowLive } from "@/features/now/now-live";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("now");
  return { title: t("title") };
}

/** How the network stands, and what in it waits for a person. */
export default function Now() {
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchQuery(trpc.now.overview.queryOptions()),
        client.prefetchQuery(trpc.stations.waiting.queryOptions()),
      ]}
    >
      <NowLive />
    </Prefetched>
  );
}
