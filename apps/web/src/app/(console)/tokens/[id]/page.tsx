import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TokenPage as TokenStory } from "@/features/tokens/token-page";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tokenPage");
  return { title: t("title") };
}

/** One token: what it may, where it charges now, and all it charged. */
export default async function TokenPage({ params }: Props) {
  const id = Number((await params).id);
  if (!Number.isSafeInteger(id)) notFound();
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.tokens.byId.queryOptions({ id }))
          .then(({ value: token }) =>
            client.prefetchInfiniteQuery(trpc.sessions.list.infiniteQueryOptions({ token }, nextPage)),
          ),
        client.prefetchQuery(trpc.tokens.usage.queryOptions({ id })),
        client.prefetchQuery(trpc.tokens.placeOptions.queryOptions()),
      ]}
    >
      <TokenStory id={id} />
    </Prefetched>
  );
}
