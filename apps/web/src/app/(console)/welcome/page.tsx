import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WelcomeLive } from "@/features/welcome/welcome-live";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("welcome");
  return { title: t("title") };
}

/** The first charger of a network. */
export default function Welcome() {
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchQuery(trpc.network.name.queryOptions()),
        client.prefetchQuery(trpc.demo.standing.queryOptions()),
      ]}
    >
      <WelcomeLive />
    </Prefetched>
  );
}
