import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, parseAsBoolean, type SearchParams } from "nuqs/server";
import { addresses } from "@/features/addresses";
import { NowLive } from "@/features/now/now-live";
import { pageContext } from "@/server/page-context";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("now");
  return { title: t("title") };
}

const read = createLoader({ arrived: parseAsBoolean.withDefault(false) });

/** How the network stands, and what in it waits for a person. Who arrives in an empty one is shown the way. */
export default async function Now({ searchParams }: { searchParams: Promise<SearchParams> }) {
  if ((await read(searchParams)).arrived) redirect(await firstPage());
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client.prefetchQuery(trpc.now.overview.queryOptions()),
        client.prefetchQuery(trpc.stations.waiting.queryOptions()),
      ]}
    >
      <NowLive />
    </Prefetched>
  );
}

async function firstPage() {
  const { prisma, person } = await pageContext();
  const isEmpty = (await prisma.station.findFirst({ select: { id: true } })) === null;
  return isEmpty && person?.permissions.has("stations.write") ? addresses.welcome : addresses.now;
}
