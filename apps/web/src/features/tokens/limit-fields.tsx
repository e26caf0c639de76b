"use client";

import { useTranslations } from "next-intl";
import { NumberField } from "@/components/number-field";
import type { TokenTerms } from "./token-view";

type Limits = Pick<TokenTerms, "maxEnergyWh" | "maxSeconds" | "maxCost">;

/** What one session may use at most, in the units that people pay in. */
export function LimitFields({ limits, onChange }: { limits: Limits; onChange: (change: Limits) => void }) {
  const t = useTranslations("tokenForm");
  const { maxEnergyWh, maxSeconds, maxCost } = limits;
  const said = (number: number) => (Number.isNaN(number) ? undefined : number);
  const times = (number: number, factor: number) => (Number.isNaN(number) ? undefined : Math.round(number * factor));
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1 text-12 text-ink-2">{t("limits")}</legend>
      <div className="grid grid-cols-3 gap-3 max-md:grid-cols-1">
        <NumberField
          label={t("maxEnergy")}
          unit="kWh"
          value={maxEnergyWh === undefined ? Number.NaN : maxEnergyWh / 1000}
          onChange={(energy) => onChange({ maxEnergyWh: times(energy, 1000) })}
          minValue={0.001}
          maxValue={10_000}
          formatOptions={{ maximumFractionDigits: 3 }}
        />
        <NumberField
          label={t("maxMinutes")}
          unit="min"
          value={maxSeconds === undefined ? Number.NaN : maxSeconds / 60}
          onChange={(minutes) => onChange({ maxSeconds: times(minutes, 60) })}
          minValue={1}
          maxValue={525_600}
          formatOptions={{ maximumFractionDigits: 2 }}
        />
        <NumberField
          label={t("maxCost")}
          value={maxCost === undefined ? Number.NaN : Number(maxCost)}
          onChange={(sum) => onChange({ maxCost: said(sum)?.toFixed(2) })}
          minValue={0.01}
          maxValue={999_999}
          formatOptions={{ maximumFractionDigits: 2 }}
        />
      </div>
      <p className="text-12 text-ink-3">{t("limitsHelp")}</p>
    </fieldset>
  );
}
