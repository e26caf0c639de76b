"use client";

import { useTranslations } from "next-intl";
import { NumberField } from "@/components/number-field";
import { Select } from "@/components/select";
import { Switch } from "@/components/switch";
import { TextField } from "@/components/text-field";
import type { FieldKind } from "./form-model";
import { TimeField } from "./time-field";

export type PlainKind = Exclude<FieldKind, { is: "group" | "list" }>;

/** The control for one value, by what its schema takes. What holds something else shows empty, with the fault. */
export function ValueField({
  kind,
  label,
  value,
  error,
  onChange,
  isExplained,
}: {
  kind: PlainKind;
  label: string;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
  /** Whether also what a text may hold is said. */
  isExplained: boolean;
}) {
  const t = useTranslations("expert");
  const common = { label, error, isLabelHidden: true } as const;
  switch (kind.is) {
    case "choice":
      return (
        <Select
          {...common}
          isMono
          className="max-w-72 max-md:max-w-none"
          options={kind.values.map((id) => ({ id, label: id }))}
          chosen={kind.values.find((one) => one === value)}
          onChoose={onChange}
          placeholder={t("choose")}
        />
      );
    case "yes-no":
      return (
        <Switch aria-label={label} isSelected={value === true} onChange={onChange}>
          <span className="mono">{String(value === true)}</span>
        </Switch>
      );
    case "number":
      return (
        <NumberField
          {...common}
          className="max-w-72 max-md:max-w-none"
          value={typeof value === "number" ? value : Number.NaN}
          onChange={(number) => onChange(Number.isNaN(number) ? undefined : number)}
          formatOptions={{ useGrouping: false, maximumFractionDigits: kind.isWhole ? 0 : 6 }}
          help={limits(kind)}
        />
      );
    case "time":
      return <TimeField {...common} value={typeof value === "string" ? value : undefined} onChange={onChange} />;
    case "any":
      if (typeof value !== "string") {
        return (
          <p className="min-h-7 text-12 text-ink-2">
            <span className="mono break-all">{JSON.stringify(value)}</span> {t("anyRaw")}
          </p>
        );
      }
      return <TextField {...common} isMono value={value} onChange={onChange} autoComplete="off" help={t("any")} />;
    case "text":
      return (
        <TextField
          {...common}
          isMono
          value={typeof value === "string" ? value : ""}
          onChange={onChange}
          rows={(kind.longest ?? 0) > longLine ? 3 : undefined}
          autoComplete="off"
          help={isExplained && kind.longest !== undefined && t("limit.longest", { most: kind.longest })}
        />
      );
  }

  function limits({ min, max }: PlainKind & { is: "number" }) {
    if (min !== undefined && max !== undefined) return t("limit.between", { min, max });
    if (min !== undefined) return t("limit.atLeast", { min });
    return max !== undefined && t("limit.atMost", { max });
  }
}

/** What may be longer than this gets more than one line. */
const longLine = 255;
