import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TemplatesLive } from "@/features/configuration/templates-live";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("configuration");
  return { title: t("title") };
}

/** What stations are to be set to. */
export default function ConfigurationPage() {
  return (
    <Prefetched ask={({ trpc, client }) => [client.prefetchQuery(trpc.configuration.templates.queryOptions())]}>
      <TemplatesLive />
    </Prefetched>
  );
}
