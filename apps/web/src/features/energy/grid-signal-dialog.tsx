"use client";

import type { Command } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { NumberField } from "@/components/number-field";

/** Tells the station a signal of the grid, which sessions heed whose profile has a curve for it. */
export function GridSignalDialog({ onClose, onSend }: { onClose: () => void; onSend: (command: Command) => void }) {
  const t = useTranslations("energy");
  const [signal, setSignal] = useState(0);
  return (
    <Dialog
      title={t("signal.title")}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button
            look="primary"
            isDisabled={!Number.isInteger(signal)}
            onPress={() => onSend({ type: "send-grid-signal", signal, at: new Date().toISOString() })}
          >
            {t("signal.send")}
          </Button>
        </>
      }
    >
      <NumberField
        label={t("signal.value")}
        help={t("signal.help")}
        value={signal}
        onChange={setSignal}
        step={1}
        autoFocus
      />
    </Dialog>
  );
}
