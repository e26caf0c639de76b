import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FieldHome } from "@/features/field/field-home";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("field");
  return { title: t("title") };
}

/** Which station it is. */
export default function Field() {
  return <FieldHome />;
}
