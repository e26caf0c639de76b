"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";

/** Why the list is empty: there is nothing yet, the filter hides it, or no fault is a good thing. */
export function NoStations({ all, isFaults, onClear }: { all: number; isFaults: boolean; onClear: () => void }) {
  const t = useTranslations("stations");
  if (all === 0) {
    return (
      <EmptyState kind="nothing-yet" title={t("none")}>
        {t("noneHelp")}
      </EmptyState>
    );
  }
  if (isFaults) {
    return (
      <div className="px-5">
        <EmptyState kind="all-well" title={t("noFaults", { count: all })} />
      </div>
    );
  }
  return (
    <EmptyState
      kind="filtered"
      title={t("filtered", { count: all })}
      action={<Button onPress={onClear}>{t("clear")}</Button>}
    />
  );
}
