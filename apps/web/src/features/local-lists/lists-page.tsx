"use client";

import { useTranslations } from "next-intl";
import { TokensHead } from "../tokens/tokens-head";
import { GroupsSection } from "./groups-section";
import { ListsSection } from "./lists-section";

/** What stations are to know of tokens when they cannot ask, and what groups may. */
export function ListsPage() {
  const t = useTranslations("lists");
  return (
    <div className="flex h-full min-h-0 flex-col overflow-auto">
      <TokensHead />
      <div className="flex flex-col gap-8 px-5 pb-6 max-md:px-4">
        <ListsSection />
        <GroupsSection />
        <p className="max-w-prose text-12 text-ink-3">{t("help")}</p>
      </div>
    </div>
  );
}
