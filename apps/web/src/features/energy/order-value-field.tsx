"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { IconButton } from "@/components/icon-button";
import { NumberField } from "@/components/number-field";
import { Select } from "@/components/select";
import { Switch } from "@/components/switch";
import { type OrderField, type OrderValue, orderUnits, type Point } from "./grid-order";

/** One part of an order of the grid. */
export function OrderValueField({
  field,
  value,
  onChange,
}: {
  field: OrderField;
  value: OrderValue | undefined;
  onChange: (value: OrderValue) => void;
}) {
  const t = useTranslations("energy.gridControl");
  switch (field.type) {
    case "number":
      return (
        <NumberField
          label={field.optional ? t("optional", { name: t(`part.${field.name}`) }) : t(`part.${field.name}`)}
          value={typeof value === "number" ? value : Number.NaN}
          onChange={onChange}
          unit={field.unit}
          minValue={field.min}
          maxValue={field.max}
          formatOptions={{ maximumFractionDigits: 3 }}
        />
      );
    case "unit":
      return (
        <Select
          label={t(`part.${field.name}`)}
          chosen={orderUnits.find((unit) => unit === value)}
          onChoose={onChange}
          options={orderUnits.map((id) => ({ id, label: t(`shares.${id}`) }))}
        />
      );
    case "yes-no":
      return (
        <Switch isSelected={value === true} onChange={onChange}>
          {t(`part.${field.name}`)}
        </Switch>
      );
    case "points":
      return <Points points={typeof value === "object" ? value : []} x={field.x} onChange={onChange} />;
  }
}

const most = 10;

/** The points of a curve, from left to right. */
function Points({
  points,
  x,
  onChange,
}: {
  points: readonly Point[];
  x: string;
  onChange: (points: readonly Point[]) => void;
}) {
  const t = useTranslations("energy.gridControl");
  const change = (index: number, facts: Partial<Point>) =>
    onChange(points.map((point, each) => (each === index ? { ...point, ...facts } : point)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 text-12 text-ink-2">{t("part.curveData")}</legend>
      {points.map((point, index) => (
        // A point is its place in the curve.
        // biome-ignore lint/suspicious/noArrayIndexKey: it has no other name
        <div key={index} className="grid grid-cols-[1fr_1fr_28px] items-end gap-2">
          <NumberField
            label={t("x", { number: index + 1 })}
            value={point.x}
            onChange={(value) => change(index, { x: value })}
            unit={x}
            formatOptions={{ maximumFractionDigits: 3 }}
          />
          <NumberField
            label={t("y", { number: index + 1 })}
            value={point.y}
            onChange={(value) => change(index, { y: value })}
            formatOptions={{ maximumFractionDigits: 3 }}
          />
          <IconButton
            Icon={X}
            label={t("removePoint", { number: index + 1 })}
            isDisabled={points.length === 1}
            onPress={() => onChange(points.filter((_point, each) => each !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          size="row"
          Icon={Plus}
          isDisabled={points.length >= most}
          onPress={() => onChange([...points, { ...(points.at(-1) ?? { x: 0, y: 0 }) }])}
        >
          {t("addPoint")}
        </Button>
      </div>
    </fieldset>
  );
}
