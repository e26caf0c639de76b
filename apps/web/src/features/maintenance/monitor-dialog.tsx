"use client";

import { type MonitorKind, monitorKinds } from "@chargehand/domain/maintenance/monitor";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NumberField } from "@/components/number-field";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { OrderDialog, type OrderDialogProps } from "./order-dialog";
import { SeveritySelect } from "./severity-select";

/** Lets the station watch over one of its variables. */
export function MonitorDialog({ station, onClose, onSend }: OrderDialogProps) {
  const t = useTranslations("maintenance.monitors");
  const [component, setComponent] = useState("");
  const [evse, setEvse] = useState(Number.NaN);
  const [name, setName] = useState("");
  const [kind, setKind] = useState<MonitorKind>("above");
  const [value, setValue] = useState(0);
  const [severity, setSeverity] = useState(6);

  const variable = { component: component.trim(), name: name.trim(), ...(evse > 0 && { evse }) };

  return (
    <OrderDialog
      title={t("setTitle", { station })}
      leave={t("leave")}
      send={t("send")}
      command={() => ({ type: "set-monitor", variable, kind, value, severity })}
      {...{ onClose, onSend }}
    >
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
    </OrderDialog>
  );
}
