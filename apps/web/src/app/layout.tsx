import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClockStart } from "@/components/clock";
import { inspectorWidth } from "@/components/inspector-width";
import { Language } from "@/components/language";
import { readPreferences } from "@/features/preferences/read-preferences";
import { TimeZoneWatch } from "@/features/preferences/time-zone-watch";
import { fontClasses } from "./fonts";
import "@/styles/globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("description") };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f7f9" },
    { media: "(prefers-color-scheme: dark)", color: "#0b0d11" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { theme, density, inspector, timeZone }] = await Promise.all([getLocale(), readPreferences()]);
  return (
    <html
      lang={locale}
      data-theme={theme}
      data-density={density}
      className={fontClasses}
      style={inspector === undefined ? undefined : inspectorWidth(inspector)}
    >
      <body>
        <NextIntlClientProvider>
          <Language locale={locale}>
            <ClockStart at={Date.now()}>{children}</ClockStart>
          </Language>
          <TimeZoneWatch known={timeZone} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
