import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";

/** What a phone needs to keep the pages for the field among its apps. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations();
  return {
    name: t("app.name"),
    short_name: t("app.name"),
    description: t("field.title"),
    start_url: "/field",
    scope: "/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#ffffff",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
