"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { IconButton } from "@/components/icon-button";
import { Menu } from "@/components/menu";
import { Breakable } from "./breakable";
import type { FieldKind, FormField } from "./form-model";

/** A field's name as the wire spells it, marked where it must be there. */
export function FieldName({ name, isRequired }: Pick<FormField, "name" | "isRequired">) {
  const t = useTranslations("expert");
  return (
    <>
      <span className="mono min-w-0 break-words font-value">
        <Breakable name={name} />
      </span>
      {isRequired && (
        <span className="text-ink-3" title={t("required")}>
          <span aria-hidden="true">*</span>
          <span className="sr-only">{t("required")}</span>
        </span>
      )}
    </>
  );
}

/** Takes a field or an item away, and says when it is gone. */
export function RemoveButton({
  label,
  onRemove,
  onRemoved,
}: {
  label: string;
  onRemove: () => void;
  onRemoved: () => void;
}) {
  return (
    <IconButton
      Icon={X}
      label={label}
      onPress={() => {
        onRemove();
        onRemoved();
      }}
    />
  );
}

/** How many a list takes. */
export function ListLimits({ kind: { fewest, most } }: { kind: FieldKind & { is: "list" } }) {
  const t = useTranslations("expert");
  const text =
    most !== undefined ? t("items.between", { fewest, most }) : fewest > 0 ? t("items.atLeast", { fewest }) : undefined;
  return text === undefined ? null : <span className="text-12 text-ink-3">{text}</span>;
}

/** A few optional fields stand there to be pressed; many are behind one button. */
export function AddField({ fields, onAdd }: { fields: readonly FormField[]; onAdd: (field: FormField) => void }) {
  const t = useTranslations("expert");
  if (fields.length > 5) {
    return (
      <Menu
        label={t("addOptional")}
        placement="bottom start"
        trigger={
          <Button size="row" look="bare" Icon={Plus} className="my-1">
            {t("addOneOf", { count: fields.length })}
          </Button>
        }
        groups={[fields.map((field) => ({ id: field.name, label: field.name, onAction: () => onAdd(field) }))]}
      />
    );
  }
  return (
    <div className="flex flex-wrap gap-x-1 py-1">
      {fields.map((field) => (
        <Button key={field.name} size="row" look="bare" Icon={Plus} onPress={() => onAdd(field)}>
          <span className="sr-only">{t("add")}</span>
          <span className="mono font-regular">{field.name}</span>
        </Button>
      ))}
    </div>
  );
}

/** What is wrong with a whole object or list. */
export const FaultText = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : <span className="text-12 text-fault-ink">{text}</span>;
