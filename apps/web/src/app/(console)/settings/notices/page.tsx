import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoticesLive } from "@/features/issues/notices-live";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notices");
  return { title: t("title") };
}

/** Who gets e-mail about what. */
export default function NoticesPage() {
  return (
    <Prefetched ask={({ trpc, client }) => [client.prefetchQuery(trpc.issues.choice.queryOptions())]}>
      <NoticesLive />
    </Prefetched>
  );
}
