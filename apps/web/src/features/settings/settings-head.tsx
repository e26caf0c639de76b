"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHead } from "@/components/page-head";
import { TabLinks } from "@/components/tab-links";
import { addresses } from "../addresses";

/** The head of a page of the settings: what one can do there, and the way to the others. */
export function SettingsHead({ actions }: { actions?: ReactNode }) {
  const t = useTranslations("settings");
  return (
    <>
      <PageHead title={t("title")} actions={actions} />
      <TabLinks
        label={t("tabs")}
        tabs={[
          { href: addresses.preferences, label: t("preferences") },
          { href: addresses.tariffs, label: t("tariffs") },
          { href: addresses.boots, label: t("boots") },
          { href: addresses.rules, label: t("rules") },
          { href: addresses.notices, label: t("notices") },
          { href: addresses.apiKeys, label: t("apiKeys") },
          { href: addresses.webhooks, label: t("webhooks") },
        ]}
      />
    </>
  );
}
