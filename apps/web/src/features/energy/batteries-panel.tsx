"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RelativeTime } from "@/components/relative-time";
import { Panel } from "../maintenance/panel";
import { SendButton } from "../maintenance/send-button";
import { SwapDialog } from "./late-parts";
import type { Energy } from "./use-energy";

/** The slots of a station that swaps batteries, and what was swapped last. */
export function BatteriesPanel({ energy }: { energy: Energy }) {
  const t = useTranslations("energy");
  const { batteries, swaps } = energy.held;
  const [isSwapping, setSwapping] = useState(false);
  return (
    <Panel
      title={t("batteries")}
      count={batteries.length}
      types={["swap-battery"]}
      maintenance={energy}
      actions={
        <SendButton
          label={t("swapBattery")}
          blocked={energy.blocked("swap-battery")}
          onPress={() => setSwapping(true)}
        />
      }
    >
      {batteries.length === 0 && swaps.length === 0 && <p className="py-2 text-ink-2">{t("noBatteries")}</p>}
      <ul>
        {batteries.map(({ key, value }) => (
          <li key={key} className="flex flex-wrap items-baseline gap-x-4 border-line border-b py-1.5">
            <span className="min-w-24 font-value">{t("slot", { evse: value.evse })}</span>
            <span className="mono text-12">{value.serialNumber}</span>
            <span>{t("batteryCharge", { charge: value.charge })}</span>
            <span className="text-ink-2">{t("batteryHealth", { health: value.health })}</span>
            <span className="ml-auto text-12 text-ink-3">
              <RelativeTime at={new Date(value.since)} />
            </span>
          </li>
        ))}
        {swaps.map(({ key, value }) => (
          <li key={key} className="flex flex-wrap items-baseline gap-x-4 py-1.5 text-ink-2">
            <span>
              {t(`swap.${value.what}`, {
                token: value.token.value,
                batteries: value.batteries.map(({ serialNumber }) => serialNumber).join(", "),
              })}
            </span>
            <span className="ml-auto text-12 text-ink-3">
              <RelativeTime at={new Date(value.at)} />
            </span>
          </li>
        ))}
      </ul>
      {isSwapping && (
        <SwapDialog
          onClose={() => setSwapping(false)}
          onSend={(command) => energy.send(command, () => setSwapping(false))}
        />
      )}
    </Panel>
  );
}
