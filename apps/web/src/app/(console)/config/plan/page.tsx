import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { chosenOf, fromText, planSearch } from "@/features/configuration/config-search";
import { PlanLive } from "@/features/configuration/plan-live";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("configuration");
  return { title: t("plan") };
}

const read = createLoader(planSearch);

/** What would be written to the stations that the address names. */
export default async function PlanPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await read(searchParams);
  const chosen = chosenOf(search);
  const settings = fromText(search.set);
  return (
    <Prefetched
      ask={({ trpc, client }) =>
        chosen ? [client.prefetchQuery(trpc.configuration.plan.queryOptions({ chosen, settings }))] : []
      }
    >
      <PlanLive />
    </Prefetched>
  );
}
