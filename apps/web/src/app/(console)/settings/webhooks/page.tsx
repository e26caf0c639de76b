import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OperatorsOnly } from "@/features/settings/operators-only";
import { WebhooksLive } from "@/features/webhooks/webhooks-live";
import { nextPage } from "@/live/next-page";
import { pageContext } from "@/server/page-context";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks");
  return { title: t("title") };
}

/** Where events are sent. */
export default async function WebhooksPage() {
  const { person } = await pageContext();
  if (!person?.permissions.has("webhooks.view")) return <OperatorsOnly />;
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchInfiniteQuery(trpc.webhooks.list.infiniteQueryOptions({}, nextPage)),
        client.prefetchQuery(trpc.sites.list.queryOptions()),
      ]}
    >
      <WebhooksLive />
    </Prefetched>
  );
}
