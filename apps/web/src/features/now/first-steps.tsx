"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { addresses } from "../addresses";
import { useMay } from "../person/may";

/** What to do in a network without stations. */
export function FirstSteps() {
  const t = useTranslations("now.firstSteps");
  const mayAdd = useMay("stations.write");
  return (
    <section className="rounded-2 border border-line-strong">
      <EmptyState
        kind="nothing-yet"
        title={t("title")}
        action={
          mayAdd && (
            <div className="flex flex-wrap gap-2">
              <Link href={addresses.welcome} className={buttonClasses("primary", "normal")}>
                {t("welcome")}
              </Link>
              <Link href={addresses.newStation} className={buttonClasses("quiet", "normal")}>
                <Plus aria-hidden="true" size={16} strokeWidth={1.5} />
                {t("add")}
              </Link>
            </div>
          )
        }
      >
        {t("help")}
      </EmptyState>
    </section>
  );
}
