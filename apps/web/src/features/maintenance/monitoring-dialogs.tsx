"use client";

import { type MonitoringBase, monitoringBases } from "@chargehand/domain/maintenance/monitor";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NumberField } from "@/components/number-field";
import { Select } from "@/components/select";
import { OrderDialog, type OrderDialogProps } from "./order-dialog";
import { SeveritySelect } from "./severity-select";
import type { Held } from "./use-held";

/** Which monitors the station starts from. */
export function BaseDialog({ station, ...order }: OrderDialogProps) {
  const t = useTranslations("maintenance.monitors");
  const [base, setBase] = useState<MonitoringBase>("factory-default");
  return (
    <OrderDialog
      title={t("baseTitle", { station })}
      leave={t("leave")}
      send={t("send")}
      command={() => ({ type: "set-monitoring-base", base })}
      {...order}
    >
      <Select
        label={t("title")}
        options={monitoringBases.map((id) => ({ id, label: t(`bases.${id}`) }))}
        chosen={base}
        onChoose={setBase}
        help={t("baseHelp")}
      />
    </OrderDialog>
  );
}

/** Down to which severity the station tells anything. */
export function LevelDialog({ station, ...order }: OrderDialogProps) {
  const t = useTranslations("maintenance.monitors");
  const [severity, setSeverity] = useState(6);
  return (
    <OrderDialog
      title={t("levelTitle", { station })}
      leave={t("leave")}
      send={t("send")}
      command={() => ({ type: "set-monitoring-level", severity })}
      {...order}
    >
      <SeveritySelect label={t("level")} chosen={severity} onChoose={setSeverity} />
    </OrderDialog>
  );
}

/** How often the station sends the values of a stream; what is left empty stays. */
export function StreamDialog({
  station,
  stream,
  name,
  ...order
}: OrderDialogProps & { stream: Held["streams"][number]; name: string }) {
  const t = useTranslations("maintenance.monitors");
  const [seconds, setSeconds] = useState(stream.intervalSeconds ?? Number.NaN);
  const [values, setValues] = useState(stream.values ?? Number.NaN);
  const given = (number: number) => (Number.isNaN(number) ? undefined : number);
  return (
    <OrderDialog
      title={t("paceTitle", { name, station })}
      leave={t("leave")}
      send={t("send")}
      isIncomplete={given(seconds) === undefined && given(values) === undefined}
      command={() => ({
        type: "adjust-stream",
        stream: Number(stream.id),
        intervalSeconds: given(seconds),
        values: given(values),
      })}
      {...order}
    >
      <NumberField label={t("seconds")} value={seconds} onChange={setSeconds} minValue={0} />
      <NumberField label={t("values")} value={values} onChange={setValues} minValue={0} help={t("paceHelp")} />
    </OrderDialog>
  );
}
