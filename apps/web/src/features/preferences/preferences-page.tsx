"use client";

import { useTranslations } from "next-intl";
import { SectionTitle } from "@/components/section-title";
import { KeyList } from "../keys/key-list";
import { SettingsHead } from "../settings/settings-head";
import { KeySwitch } from "./key-switch";
import { LookChoices } from "./look-choices";

/** Everything a person may choose for themselves. */
export function PreferencesPage() {
  const t = useTranslations("preferences");
  const keys = useTranslations("keys");
  return (
    <>
      <SettingsHead />
      <div className="flex max-w-3xl flex-col gap-8 px-5 py-4 max-md:px-4">
        <section aria-label={t("title")} className="max-w-sm">
          <LookChoices />
          <p className="mt-2 text-12 text-ink-3">{t("clockHelp")}</p>
        </section>
        <section aria-label={keys("title")}>
          <SectionTitle>{keys("title")}</SectionTitle>
          <div className="my-2">
            <KeySwitch />
          </div>
          <KeyList />
        </section>
      </div>
    </>
  );
}
