import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BootsPage as Boots } from "@/features/boots/boots-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("boots");
  return { title: t("title") };
}

/** How stations are received when they boot. */
export default function BootsPage() {
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchQuery(trpc.stations.bootPolicy.queryOptions({ station: null })),
        client.prefetchQuery(trpc.stations.probingOfModels.queryOptions()),
      ]}
    >
      <Boots />
    </Prefetched>
  );
}
