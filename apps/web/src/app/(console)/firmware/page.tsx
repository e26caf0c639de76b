import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FirmwareLive } from "@/features/firmware/firmware-live";
import { nextPage } from "@/live/next-page";
import { Prefetched } from "@/server/prefetched";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("firmware");
  return { title: t("title") };
}

/** The library of firmware. */
export default function FirmwarePage() {
  return (
    <Prefetched
      ask={({ trpc, client }) => [client.prefetchInfiniteQuery(trpc.firmware.list.infiniteQueryOptions({}, nextPage))]}
    >
      <FirmwareLive />
    </Prefetched>
  );
}
