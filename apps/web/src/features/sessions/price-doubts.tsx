"use client";

import { useTranslations } from "next-intl";
import { Money } from "../tariffs/money";
import type { SessionDetail } from "./session-view";

/** Where the station counts otherwise than we do, it is said, and both sums stand. */
export function PriceDoubts({ session }: { session: SessionDetail }) {
  const t = useTranslations("story");
  const { cost, stationCost, stationTariff, tariff } = session;
  const byAnother = stationTariff !== undefined && stationTariff !== tariff?.code;
  const theirs = stationCost?.total !== undefined && { amount: stationCost.total, currency: stationCost.currency };
  const ours = cost && { amount: cost.total, currency: cost.currency };
  const isOtherSum = theirs && ours && (theirs.currency !== ours.currency || +theirs.amount !== +ours.amount);
  return (
    <>
      {byAnother && (
        <p>
          {tariff
            ? t("otherTariff", { theirs: stationTariff, ours: `${tariff.name} (${tariff.code})` })
            : t("onlyTheirTariff", { theirs: stationTariff })}
        </p>
      )}
      {isOtherSum && (
        <p>{t.rich("otherSum", { theirs: () => <Money {...theirs} />, ours: () => <Money {...ours} /> })}</p>
      )}
      {stationCost?.failed !== undefined && <p>{t("stationFailed", { reason: stationCost.failed })}</p>}
    </>
  );
}
