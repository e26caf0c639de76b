import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PreferencesPage } from "@/features/preferences/preferences-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("preferences");
  return { title: t("title") };
}

/** How a person likes the console to look, to count time, to speak and to hear keys. */
export default function Preferences() {
  return <PreferencesPage />;
}
