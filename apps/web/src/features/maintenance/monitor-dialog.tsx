"use client";

import type { Command } from "@chargehand/domain/command";
import { type MonitorKind, monitorKinds } from "@chargehand/domain/maintenance/monitor";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { NumberField } from "@/components/number-field";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { SeveritySelect } from "./severity-select";

/** Lets the station watch over one of its variables. */
export function MonitorDialog({
  station,
  onClose,
  onSend,
}: {
  station: string;
  onClose: () => void;
  onSend: (command: Command) => void;
}) {
  const t = useTranslations("maintenance.monitors");
  const [component, setComponent] = useState("");
  const [evse, setEvse] = useState(Number.NaN);
  const [name, setName] = useState("");
  const [kind, setKind] = useState<MonitorKind>("above");
  const [value, setValue] = useState(0);
  const [severity, setSeverity] = useState(6);

  function submit(event: FormEvent) {
    event.preventDefault();
    const variable = { component: component.trim(), name: name.trim(), ...(evse > 0 && { evse }) };
    onSend({ type: "set-monitor", variable, kind, value, severity });
  }

  return (
    <Dialog title={t("setTitle", { station })} isOpen onOpenChange={(open) => open || onClose()}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label={t("component")}
          value={component}
          onChange={setComponent}
          maxLength={50}
          isRequired
          isMono
          autoFocus
        />
        <NumberField label={t("evse")} value={evse} onChange={setEvse} minValue={1} />
        <TextField label={t("variable")} value={name} onChange={setName} maxLength={50} isRequired isMono />
        <Select
          label={t("title")}
          options={monitorKinds.map((id) => ({ id, label: t(`kindName.${id}`) }))}
          chosen={kind}
          onChoose={setKind}
        />
        <NumberField label={t("value")} value={value} onChange={setValue} isRequired />
        <SeveritySelect label={t("severity")} chosen={severity} onChoose={setSeverity} />
        <div className="flex justify-end gap-2 pt-1">
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" type="submit">
            {t("send")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
