"use client";

import type { Tariff } from "@chargehand/domain/tariffs/tariff";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Menu } from "@/components/menu";
import { SendButton } from "../maintenance/send-button";

/** Chooses another tariff for a session that runs; of another currency there is none to choose. */
export function ChangeTariff({
  label,
  blocked,
  tariffs,
  onChange,
}: {
  label: string;
  blocked: string | undefined;
  tariffs: readonly Tariff[];
  onChange: (tariff: Tariff) => void;
}) {
  const t = useTranslations("tariff");
  const why = blocked ?? (tariffs.length === 0 ? t("noOther") : undefined);
  if (why) return <SendButton label={t("change")} blocked={why} onPress={() => undefined} />;
  return (
    <Menu
      label={t("changeRunning", { label })}
      trigger={
        <Button size="row" aria-label={t("changeRunning", { label })}>
          {t("change")}
        </Button>
      }
      groups={[tariffs.map((tariff) => ({ id: tariff.code, label: tariff.name, onAction: () => onChange(tariff) }))]}
    />
  );
}
