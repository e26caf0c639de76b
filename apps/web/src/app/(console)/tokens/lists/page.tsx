import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListsPage as Lists } from "@/features/local-lists/lists-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lists");
  return { title: t("title") };
}

/** What stations are to know of tokens when they cannot ask, and what groups may. */
export default function ListsPage() {
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchQuery(trpc.lists.all.queryOptions()),
        client.prefetchQuery(trpc.tokens.groups.queryOptions()),
      ]}
    >
      <Lists />
    </Prefetched>
  );
}
