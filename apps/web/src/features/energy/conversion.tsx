"use client";

import { convertRate } from "@chargehand/domain/charging/rate";
import { useTranslations } from "next-intl";
import type { PlaceSupply } from "./place-supply";

/** What a limit is in the other unit, and by what that was computed; or why it cannot be. */
export function Conversion({ value, unit, supply }: { value: number; unit: "A" | "kW"; supply: PlaceSupply }) {
  const t = useTranslations("energy");
  return (
    <p role="status" className="text-12 text-ink-2">
      {sentence()}
    </p>
  );

  function sentence(): string {
    const { direct, volts, phases, isUsual, phasesFrom } = supply;
    if (direct) return t("conversion.direct");
    if (phases === undefined || volts === undefined) return t("conversion.unknown");
    if (!Number.isFinite(value)) return "";
    const watts = unit === "kW" ? value * 1000 : undefined;
    const other =
      watts === undefined
        ? (convertRate(value, { from: "A", to: "W", volts, phases }) ?? 0) / 1000
        : (convertRate(watts, { from: "W", to: "A", volts, phases }) ?? 0);
    const facts = { other, phases, volts, told: isUsual ? "usual" : "measured", from: phasesFrom ?? "person" };
    return t(unit === "A" ? "conversion.toPower" : "conversion.toCurrent", facts);
  }
}
