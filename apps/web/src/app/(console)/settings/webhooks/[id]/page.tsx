import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OperatorsOnly } from "@/features/settings/operators-only";
import { WebhookPageLive } from "@/features/webhooks/webhook-page-live";
import { pageContext } from "@/server/page-context";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks");
  return { title: t("title") };
}

/** One webhook with its log. */
export default async function WebhookPage({ params }: { params: Promise<{ id: string }> }) {
  const id = Number((await params).id);
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) notFound();
  const { person } = await pageContext();
  if (!person?.permissions.has("webhooks.view")) return <OperatorsOnly />;
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.fetchQuery(trpc.webhooks.byId.queryOptions({ id })),
        client.prefetchQuery(trpc.sites.list.queryOptions()),
      ]}
    >
      <WebhookPageLive id={id} />
    </Prefetched>
  );
}
