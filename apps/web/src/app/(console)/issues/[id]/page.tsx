import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IssuePageLive } from "@/features/issues/issue-page-live";
import { Prefetched } from "@/server/prefetched";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("issuePage");
  return { title: t("title", { id: (await params).id }) };
}

/** One issue, with everything that is known of it. */
export default async function IssuePage({ params }: Props) {
  const id = Number((await params).id);
  if (!Number.isSafeInteger(id)) notFound();
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.fetchQuery(trpc.issues.byId.queryOptions({ id })),
        client.prefetchQuery(trpc.issues.people.queryOptions()),
      ]}
    >
      <IssuePageLive id={id} />
    </Prefetched>
  );
}
