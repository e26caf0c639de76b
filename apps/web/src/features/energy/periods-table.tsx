"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/button";
import { cx } from "@/components/cx";
import { IconButton } from "@/components/icon-button";
import { NumberField } from "@/components/number-field";
import { Select } from "@/components/select";
import type { PeriodDraft } from "./profile-draft";

const counts = ["any", "1", "2", "3"] as const;
const most = 24;

/** The periods of a profile: each begins so long after its start, and holds until the next one does. */
export function PeriodsTable({
  periods,
  unit,
  givesBack,
  onChange,
}: {
  periods: readonly PeriodDraft[];
  unit: "A" | "kW";
  /** With what is to be followed, and what may flow back. */
  givesBack: boolean;
  onChange: (periods: PeriodDraft[]) => void;
}) {
  const t = useTranslations("energy.profile");
  const table = useRef<HTMLFieldSetElement>(null);
  const change = (key: number, facts: Partial<PeriodDraft>) =>
    onChange(periods.map((each) => (each.key === key ? { ...each, ...facts } : each)));

  function add() {
    const last = periods.at(-1);
    const key = Math.max(-1, ...periods.map((each) => each.key)) + 1;
    onChange([...periods, { ...(last ?? emptyPeriod), key, hours: last ? last.hours + 1 : 0 }]);
    // Who writes goes on in the new line.
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-period="${key}"] input`)?.focus());
  }

  return (
    <fieldset ref={table} className="flex min-w-0 flex-col gap-2">
      <legend className="pb-1 text-12 text-ink-2">{t("periods")}</legend>
      {periods.map((period, index) => (
        <div
          key={period.key}
          data-period={period.key}
          className={cx(
            "grid items-end gap-2 border-line border-b pb-2 max-md:grid-cols-2",
            givesBack ? "grid-cols-[1fr_1fr_1fr_1fr_28px]" : "grid-cols-[1fr_1fr_1fr_28px]",
          )}
        >
          <NumberField
            label={t("after", { number: index + 1 })}
            value={period.hours}
            onChange={(hours) => change(period.key, { hours })}
            minValue={0}
            step={0.25}
            unit="h"
            isDisabled={index === 0}
          />
          <NumberField
            label={t("limitOf", { number: index + 1 })}
            value={period.limit}
            onChange={(limit) => change(period.key, { limit })}
            minValue={0}
            step={unit === "A" ? 1 : 0.1}
            unit={unit}
          />
          {givesBack ? (
            <>
              <NumberField
                label={t("setpointOf", { number: index + 1 })}
                value={period.setpoint}
                onChange={(setpoint) => change(period.key, { setpoint })}
                step={unit === "A" ? 1 : 0.1}
                unit={unit}
              />
              <NumberField
                label={t("dischargeOf", { number: index + 1 })}
                value={period.discharge}
                onChange={(discharge) => change(period.key, { discharge })}
                maxValue={0}
                step={unit === "A" ? 1 : 0.1}
                unit={unit}
              />
            </>
          ) : (
            <Select
              label={t("phasesOf", { number: index + 1 })}
              chosen={counts.find((count) => Number(count) === period.phases) ?? "any"}
              onChoose={(count) => change(period.key, { phases: count === "any" ? undefined : Number(count) })}
              options={counts.map((id) => ({ id, label: id === "any" ? t("anyPhases") : id }))}
            />
          )}
          <IconButton
            Icon={X}
            label={t("remove", { number: index + 1 })}
            isDisabled={index === 0}
            onPress={() => onChange(periods.filter(({ key }) => key !== period.key))}
            className="max-md:justify-self-end"
          />
        </div>
      ))}
      <div>
        <Button size="row" Icon={Plus} isDisabled={periods.length >= most} onPress={add}>
          {t("add")}
        </Button>
      </div>
    </fieldset>
  );
}

export const emptyPeriod: PeriodDraft = {
  key: 0,
  hours: 0,
  limit: 6,
  setpoint: Number.NaN,
  discharge: Number.NaN,
};
