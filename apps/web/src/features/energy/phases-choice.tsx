"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/select";

const counts = ["1", "2", "3"] as const;

/** Asks how many phases a place has, where its station does not tell. */
export function PhasesChoice({
  phases,
  onChoose,
  className,
}: {
  phases: number | undefined;
  onChoose: (phases: number) => void;
  className?: string;
}) {
  const t = useTranslations("energy");
  return (
    <Select
      label={t("phases")}
      chosen={counts.find((count) => Number(count) === phases)}
      onChoose={(count) => onChoose(Number(count))}
      options={counts.map((id) => ({ id, label: t("onPhases", { phases: Number(id) }) }))}
      placeholder={t("phasesUntold")}
      className={className}
    />
  );
}
