"use client";

import type { Command } from "@chargehand/domain/command";
import { type GridControl, type GridControlType, gridControlTypes } from "@chargehand/domain/grid/control";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { NumberField } from "@/components/number-field";
import { Segments } from "@/components/segments";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { alwaysGeneral, initialOrder, orderFields, orderOf } from "./grid-order";
import { OrderValueField } from "./order-value-field";

/** Writes an order how the station behaves towards the grid, in general or for a while. */
export function GridControlDialog({
  held,
  onClose,
  onSend,
}: {
  held: readonly GridControl[];
  onClose: () => void;
  onSend: (command: Command) => void;
}) {
  const t = useTranslations("energy");
  const [control, setControl] = useState<GridControlType>("limit-max-discharge");
  const [values, setValues] = useState(() => initialOrder(control));
  const [id, setId] = useState(() => freeName(held));
  const [priority, setPriority] = useState(1);
  const [lasting, setLasting] = useState<"general" | "while">("general");
  const [hours, setHours] = useState(1);
  const isDefault = lasting === "general" || alwaysGeneral.has(control);
  const isWhole =
    id.trim() !== "" && orderOf(control, values, { priority, hours: isDefault ? undefined : hours, now: new Date(0) });

  function send() {
    const order = orderOf(control, values, { priority, hours: isDefault ? undefined : hours, now: new Date() });
    if (order) onSend({ type: "set-grid-control", id: id.trim(), control, isDefault, order });
  }

  return (
    <Dialog
      title={t("gridControl.title")}
      isOpen
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isDisabled={!isWhole} onPress={send}>
            {t("gridControl.send")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label={t("gridControl.type")}
          chosen={control}
          onChoose={(type) => {
            setControl(type);
            setValues(initialOrder(type));
          }}
          options={gridControlTypes.map((type) => ({ id: type, label: t(`control.${type}`) }))}
        />
        {orderFields[control].map((field) => (
          <OrderValueField
            key={`${control}${field.name}`}
            field={field}
            value={values[field.name]}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        <div className="grid grid-cols-2 gap-3">
          <TextField label={t("gridControl.id")} value={id} onChange={setId} maxLength={36} isMono />
          <NumberField
            label={t("gridControl.priority")}
            value={priority}
            onChange={setPriority}
            minValue={0}
            step={1}
          />
        </div>
        {!alwaysGeneral.has(control) && (
          <div className="flex flex-wrap items-end gap-3">
            <Segments
              label={t("gridControl.lasting")}
              chosen={lasting}
              onChoose={setLasting}
              options={[
                { id: "general", label: t("inGeneral") },
                { id: "while", label: t("forAWhile") },
              ]}
            />
            {lasting === "while" && (
              <NumberField label={t("gridControl.hours")} value={hours} onChange={setHours} minValue={0.25} unit="h" />
            )}
          </div>
        )}
        <p className="text-12 text-ink-3">{t("gridControl.help")}</p>
      </div>
    </Dialog>
  );
}

/** A name that no order has yet. */
function freeName(held: readonly GridControl[]): string {
  const taken = new Set(held.map(({ id }) => id));
  const number = Array.from({ length: taken.size + 1 }, (_, index) => index + 1).find(
    (one) => !taken.has(`order-${one}`),
  );
  return `order-${number ?? 1}`;
}
