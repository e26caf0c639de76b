"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/select";
import type { PlaceSupply } from "./place-supply";

const counts = ["1", "2", "3", "0"] as const;

/** Asks how many phases a place has, where its station does not tell. */
export function PhasesChoice({
  supply,
  onChoose,
  className,
}: {
  supply: PlaceSupply;
  onChoose: (phases: number) => void;
  className?: string;
}) {
  const t = useTranslations("energy");
  const phases = supply.direct ? 0 : supply.phases;
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
