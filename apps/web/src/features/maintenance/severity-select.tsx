"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/select";
import { levels } from "./levels";

/** One of the ten severities, by number and name. */
export function SeveritySelect({
  label,
  chosen,
  onChoose,
}: {
  label: string;
  chosen: number;
  onChoose: (severity: number) => void;
}) {
  const t = useTranslations("maintenance.severity");
  return (
    <Select
      label={label}
      options={levels.map((level, number) => ({ id: String(number), label: `${number} · ${t(level)}` }))}
      chosen={String(chosen)}
      onChoose={(id) => onChoose(Number(id))}
    />
  );
}
