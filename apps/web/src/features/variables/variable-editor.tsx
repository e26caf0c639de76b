"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Checkbox } from "@/components/checkbox";
import { NumberField } from "@/components/number-field";
import { Select } from "@/components/select";
import { Switch } from "@/components/switch";
import { TextField } from "@/components/text-field";
import { checkValue, editorOf, isYes, joinMembers, members, yesOrNo } from "./editor";
import { type VariableRow, variableName } from "./variable-view";

/** The control of one variable; `draft` is what would be written, undefined while nothing is changed. */
export function VariableEditor({
  row,
  draft,
  onDraft,
  isDisabled,
}: {
  row: VariableRow;
  draft: string | undefined;
  onDraft: (value: string | undefined) => void;
  isDisabled?: boolean;
}) {
  const t = useTranslations("variables");
  const format = useFormatter();
  const editor = editorOf(row);
  const value = draft ?? row.value;
  const { component, name } = variableName(row.variable);
  const label = component ? `${component} ${name}` : name;
  const change = (next: string) => onDraft(next === row.value ? undefined : next);
  const common = { label, isLabelHidden: true, isDisabled } as const;

  switch (editor.kind) {
    case "none":
      return <span className="mono break-all">{row.value ?? "–"}</span>;
    case "switch":
      return (
        <Switch
          aria-label={label}
          isSelected={isYes(value)}
          isDisabled={isDisabled}
          onChange={(yes) => change(yesOrNo(yes, row.value))}
        >
          <span className="mono">{value ?? "–"}</span>
        </Switch>
      );
    case "choice":
      return (
        <Select
          {...common}
          isMono
          options={editor.values.map((id) => ({ id, label: id }))}
          chosen={value}
          onChoose={change}
        />
      );
    case "members": {
      const chosen = new Set(members(value));
      return (
        <fieldset className="flex flex-wrap gap-x-4" disabled={isDisabled}>
          <legend className="sr-only">{label}</legend>
          {editor.values.map((member) => (
            <Checkbox
              key={member}
              isSelected={chosen.has(member)}
              onChange={(yes) => {
                const next = new Set(chosen);
                if (yes) next.add(member);
                else next.delete(member);
                change(joinMembers(next, editor.values));
              }}
            >
              <span className="mono">{member}</span>
            </Checkbox>
          ))}
        </fieldset>
      );
    }
    case "number": {
      const fault = draft === undefined ? undefined : checkValue(editor, draft);
      return (
        <NumberField
          {...common}
          className="max-w-44"
          value={value === undefined || value === "" ? Number.NaN : Number(value)}
          onChange={(number) => change(Number.isNaN(number) ? "" : String(number))}
          formatOptions={{ useGrouping: false, maximumFractionDigits: editor.isWhole ? 0 : 6 }}
          unit={editor.unit}
          error={fault && t(`fault.${fault.fault}`, { limit: "limit" in fault ? format.number(fault.limit) : "" })}
        />
      );
    }
    case "text":
      return (
        <TextField
          {...common}
          isMono
          value={value ?? ""}
          onChange={change}
          type={row.mutability === "write-only" ? "password" : "text"}
          autoComplete="off"
          placeholder={row.mutability === "write-only" ? t("writeOnlyHint") : undefined}
        />
      );
  }
}
