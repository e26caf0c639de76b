import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TariffsPage as Tariffs } from "@/features/tariffs/tariffs-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tariffs");
  return { title: t("title") };
}

/** What charging costs, and where. */
export default function TariffsPage() {
  return (
    <Prefetched ask={({ trpc, client }) => [client.prefetchQuery(trpc.tariffs.list.queryOptions())]}>
      <Tariffs />
    </Prefetched>
  );
}
