"use client";

import { Gift, Nfc } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SupportStart } from "../commands/use-commands";
import { Palette } from "./palette";
import type { Starting } from "./use-acts";

/** Why somebody on the phone is helped, which is a must, and who pays. */
export function SupportStep({
  starting: { station, connector },
  payers,
  onSupport,
  onBack,
  onClose,
}: {
  starting: Starting;
  /** Who may be billed. */
  payers: readonly { value: string; kind: string; note?: string }[];
  onSupport: (start: SupportStart) => void;
  onBack: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("palette.support");
  const [reason, setReason] = useState("");
  const start = (billing: SupportStart["billing"]) => () =>
    onSupport({
      station: station.id,
      evse: connector.evse,
      connector: connector.connector,
      billing,
      reason: reason.trim(),
    });
  const label = t("why", { connector: connector.label, station: station.identity });
  return (
    <Palette
      label={label}
      hint={t("hint")}
      text={reason}
      onText={setReason}
      onBack={onBack}
      onClose={onClose}
      isSettled
      empty={t("needsReason")}
      groups={
        reason.trim() === ""
          ? []
          : [
              {
                id: "payers",
                title: label,
                entries: [
                  { id: "free", label: t("free"), Icon: Gift, run: start({ to: "nobody" }) },
                  ...payers.map(({ value, kind, note }) => ({
                    id: `bill ${kind} ${value}`,
                    label: t("billed", { token: value }),
                    note,
                    Icon: Nfc,
                    run: start({ to: "token", value, kind }),
                  })),
                ],
              },
            ]
      }
    />
  );
}
