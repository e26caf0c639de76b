"use client";

import type { Tariff } from "@chargehand/domain/tariffs/tariff";
import { useTranslations } from "next-intl";
import { KeyValues } from "@/components/key-values";
import { Price } from "./money";

/** The prices of a tariff, and what drivers read of it. */
export function TariffFacts({ tariff }: { tariff: Tariff }) {
  const t = useTranslations("tariff");
  const { currency, perKwh, perMinute, perSession, text } = tariff;
  const price = (label: string, amount: string | undefined) =>
    amount === undefined ? [] : [{ label, value: <Price amount={amount} currency={currency} /> }];
  return (
    <KeyValues
      facts={[
        { label: t("name"), value: tariff.name, note: <span className="mono">{tariff.code}</span> },
        ...price(t("perKwh"), perKwh),
        ...price(t("perMinute"), perMinute),
        ...price(t("perSession"), perSession),
        { label: t("text"), value: text ?? <span className="text-ink-3">{t("noText")}</span> },
      ]}
    />
  );
}
