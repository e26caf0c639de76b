import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewStationLive } from "@/features/commissioning/new-station-live";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("addStation");
  return { title: t("title") };
}

/** A new station, before it has ever called. */
export default function NewStation() {
  return (
    <Prefetched ask={({ trpc, client }) => [client.prefetchQuery(trpc.sites.list.queryOptions())]}>
      <NewStationLive />
    </Prefetched>
  );
}
