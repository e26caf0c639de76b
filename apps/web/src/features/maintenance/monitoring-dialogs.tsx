"use client";

import type { Command } from "@chargehand/domain/command";
import { type MonitoringBase, monitoringBases } from "@chargehand/domain/maintenance/monitor";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Select } from "@/components/select";
import { SeveritySelect } from "./severity-select";

interface Props {
  station: string;
  onClose: () => void;
  onSend: (command: Command) => void;
}

/** Which monitors the station starts from. */
export function BaseDialog({ station, onClose, onSend }: Props) {
  const t = useTranslations("maintenance.monitors");
  const [base, setBase] = useState<MonitoringBase>("factory-default");
  return (
    <Dialog
      title={t("baseTitle", { station })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={<Footer onClose={onClose} onSend={() => onSend({ type: "set-monitoring-base", base })} />}
    >
      <Select
        label={t("title")}
        options={monitoringBases.map((id) => ({ id, label: t(`bases.${id}`) }))}
        chosen={base}
        onChoose={setBase}
        help={t("baseHelp")}
      />
    </Dialog>
  );
}

/** Down to which severity the station tells anything. */
export function LevelDialog({ station, onClose, onSend }: Props) {
  const t = useTranslations("maintenance.monitors");
  const [severity, setSeverity] = useState(6);
  return (
    <Dialog
      title={t("levelTitle", { station })}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={<Footer onClose={onClose} onSend={() => onSend({ type: "set-monitoring-level", severity })} />}
    >
      <SeveritySelect label={t("level")} chosen={severity} onChoose={setSeverity} />
    </Dialog>
  );
}

function Footer({ onClose, onSend }: { onClose: () => void; onSend: () => void }) {
  const t = useTranslations("maintenance.monitors");
  return (
    <>
      <Button onPress={onClose}>{t("leave")}</Button>
      <Button look="primary" onPress={onSend}>
        {t("send")}
      </Button>
    </>
  );
}
