"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHead } from "@/components/page-head";
import { TabLinks } from "@/components/tab-links";
import { addresses } from "../addresses";

/** The head of the pages about who may charge. */
export function TokensHead({ count, actions }: { count?: ReactNode; actions?: ReactNode }) {
  const t = useTranslations("tokens");
  return (
    <>
      <PageHead title={t("title")} count={count} actions={actions} />
      <TabLinks
        label={t("tabs")}
        tabs={[
          { href: addresses.tokens, label: t("title") },
          { href: addresses.localLists, label: t("lists") },
        ]}
      />
      <div className="h-2" />
    </>
  );
}
