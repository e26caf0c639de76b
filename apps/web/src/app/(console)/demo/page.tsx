import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoLive } from "@/features/demo/demo-live";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("demo");
  return { title: t("title") };
}

/** Trouble to try out. */
export default function Demo() {
  return (
    <Prefetched ask={({ trpc, client }) => [client.prefetchQuery(trpc.demo.standing.queryOptions())]}>
      <DemoLive />
    </Prefetched>
  );
}
