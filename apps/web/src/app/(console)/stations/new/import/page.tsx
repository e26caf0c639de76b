import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportLive } from "@/features/commissioning/import-live";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("importStations");
  return { title: t("title") };
}

/** Many stations, from a file. */
export default function ImportStations() {
  return <ImportLive />;
}
