"use client";

import { MapPin, Pencil, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { IconButton } from "@/components/icon-button";
import type { TariffInForce } from "@/server/tariffs/tariffs";

/** A tariff: its prices, what drivers read of them, and where they count. */
export function TariffRow({
  tariff,
  mayWrite,
  onAsk,
}: {
  tariff: TariffInForce;
  mayWrite: boolean;
  onAsk: (what: "change" | "places" | "remove") => void;
}) {
  const t = useTranslations("tariffs");
  const words = useTranslations("tariff");
  const format = useFormatter();
  const { name, code, currency, text, forAll, sites, stations, countsAt } = tariff;
  const prices = (["perKwh", "perMinute", "perSession"] as const).flatMap((what) => {
    const amount = tariff[what];
    if (amount === undefined) return [];
    const price = format.number(Number(amount), { style: "currency", currency, maximumFractionDigits: 6 });
    return [t(what, { price })];
  });
  const places = [
    ...(forAll ? [t("forAll")] : []),
    ...(sites > 0 ? [t("sites", { count: sites })] : []),
    ...(stations > 0 ? [t("stations", { count: stations })] : []),
  ];

  return (
    <li
      aria-label={name}
      className="grid grid-cols-[minmax(160px,1fr)_minmax(0,2fr)_minmax(0,1.5fr)_auto] items-start gap-x-6 gap-y-1 border-line border-b py-2.5 max-md:grid-cols-1"
    >
      <p>
        <span className="block font-value">{name}</span>
        <span className="mono text-12 text-ink-3">{code}</span>
      </p>
      <p>
        <span className="block tabular-nums">{prices.length > 0 ? prices.join(" · ") : t("free")}</span>
        <span className="text-ink-2">{text ? t("read", { text }) : `${words("text")}: ${words("noText")}`}</span>
      </p>
      <p>
        <span className="block">{places.length > 0 ? places.join(" · ") : t("nowhere")}</span>
        <span className="text-ink-2">{t("countsAt", { count: countsAt })}</span>
      </p>
      <span className="inline-flex items-center gap-1">
        <Button size="row" Icon={MapPin} onPress={() => onAsk("places")} aria-label={t("whereNamed", { name })}>
          {t("where")}
        </Button>
        {mayWrite && (
          <>
            <IconButton Icon={Pencil} label={words("changeTitle", { name })} onPress={() => onAsk("change")} />
            <IconButton Icon={Trash2} label={t("removeTitle", { name })} onPress={() => onAsk("remove")} />
          </>
        )}
      </span>
    </li>
  );
}
