"use client";

import type { ChargingProfile } from "@chargehand/domain/charging/profile";
import type { Command } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { NumberField } from "@/components/number-field";

const rates = ["limit", "setpoint", "discharge"] as const;
type Rate = (typeof rates)[number];

/** What a dynamic profile allows from now on; what is left empty stays as it is. */
export function DynamicDialog({
  profile,
  onClose,
  onSend,
}: {
  profile: ChargingProfile;
  onClose: () => void;
  onSend: (command: Command) => void;
}) {
  const t = useTranslations("energy");
  const [schedule] = profile.schedules;
  const isPower = schedule?.unit === "W";
  const factor = isPower ? 1000 : 1;
  const [values, setValues] = useState<Record<Rate, number>>(() => {
    const period = schedule?.periods[0];
    const shown = (rate: Rate) => (period?.[rate] ?? Number.NaN) / factor;
    return { limit: shown("limit"), setpoint: shown("setpoint"), discharge: shown("discharge") };
  });
  const said = rates.filter((rate) => Number.isFinite(values[rate]));

  function send() {
    const wanted = Object.fromEntries(said.map((rate) => [rate, Math.round(values[rate] * factor * 10) / 10]));
    onSend({ type: "set-dynamic-limit", profile: profile.id, ...wanted });
  }

  return (
    <Dialog
      title={t("dynamic.title", { id: profile.id })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isDisabled={said.length === 0} onPress={send}>
            {t("dynamic.send")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {rates.map((rate) => (
          <NumberField
            key={rate}
            label={t(`dynamic.${rate}`)}
            value={values[rate]}
            onChange={(value) => setValues((before) => ({ ...before, [rate]: value }))}
            step={isPower ? 0.1 : 1}
            unit={isPower ? "kW" : "A"}
            {...(rate === "limit" && { minValue: 0, autoFocus: true })}
            {...(rate === "discharge" && { maxValue: 0 })}
          />
        ))}
        <p className="text-12 text-ink-3">{t("dynamic.help")}</p>
      </div>
    </Dialog>
  );
}
