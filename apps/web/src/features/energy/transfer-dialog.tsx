"use client";

import type { Command } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/checkbox";
import { Dialog } from "@/components/dialog";

/** As ISO 15118 names them; BPT gives back. */
const modes = [
  "AC_single_phase",
  "AC_two_phase",
  "AC_three_phase",
  "DC",
  "AC_BPT",
  "AC_BPT_DER",
  "AC_DER",
  "DC_BPT",
  "DC_ACDP",
  "DC_ACDP_BPT",
  "WPT",
];

/** In which ways a session may take energy and give it back. */
export function TransferDialog({
  evse,
  session,
  allowed,
  onClose,
  onSend,
}: {
  evse: number;
  session: string;
  allowed: readonly string[];
  onClose: () => void;
  onSend: (command: Command) => void;
}) {
  const t = useTranslations("energy");
  const [chosen, setChosen] = useState<string[]>([...allowed]);
  const options = [...new Set([...modes, ...allowed])];
  return (
    <Dialog
      title={t("transfer.title", { evse })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button
            look="primary"
            isDisabled={chosen.length === 0}
            onPress={() => onSend({ type: "allow-energy-transfer", session, modes: chosen })}
          >
            {t("transfer.send")}
          </Button>
        </>
      }
    >
      <CheckboxGroup aria-label={t("transfer.modes")} value={chosen} onChange={setChosen} className="flex flex-col">
        {options.map((mode) => (
          <Checkbox key={mode} value={mode}>
            <span className="mono">{mode}</span>
          </Checkbox>
        ))}
      </CheckboxGroup>
    </Dialog>
  );
}
