import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SessionStoryLive } from "@/features/sessions/session-story-live";
import { Prefetched } from "@/server/prefetched";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("sessionPage");
  return { title: t("title", { id: (await params).id }) };
}

/** One session, told. */
export default async function SessionPage({ params }: Props) {
  const id = Number((await params).id);
  if (!Number.isSafeInteger(id)) notFound();
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.sessions.byId.queryOptions({ id }))
          .then(({ station }) =>
            client.prefetchQuery(trpc.commands.list.queryOptions({ station: station.id, limit: 30 })),
          ),
        client.fetchQuery(trpc.sessions.timeline.queryOptions({ id })),
        client.prefetchQuery(trpc.sessions.samples.queryOptions({ id })),
      ]}
    >
      <SessionStoryLive id={id} />
    </Prefetched>
  );
}
