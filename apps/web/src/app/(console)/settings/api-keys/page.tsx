import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeysLive } from "@/features/api-keys/keys-live";
import { OperatorsOnly } from "@/features/settings/operators-only";
import { nextPage } from "@/live/next-page";
import { pageContext } from "@/server/page-context";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("apiKeys");
  return { title: t("title") };
}

/** Which programs may ask, and for what. */
export default async function ApiKeysPage() {
  const { person } = await pageContext();
  if (!person?.permissions.has("apikeys.view")) return <OperatorsOnly />;
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchInfiniteQuery(trpc.keys.list.infiniteQueryOptions({ revoked: false }, nextPage)),
      ]}
    >
      <KeysLive />
    </Prefetched>
  );
}
