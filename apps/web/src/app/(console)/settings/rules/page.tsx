import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RulesLive } from "@/features/issues/rules-live";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rules");
  return { title: t("title") };
}

/** What may be tried before a person is woken. */
export default function RulesPage() {
  return (
    <Prefetched ask={({ trpc, client }) => [client.prefetchQuery(trpc.issues.rules.queryOptions())]}>
      <RulesLive />
    </Prefetched>
  );
}
