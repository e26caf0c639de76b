"use client";

import type { ReactNode } from "react";
import { cx } from "@/components/cx";
import type { PayloadEditing } from "./payload-editing";
import { type PayloadPath, pathText, valueAt } from "./payload-path";
import { type PlainKind, ValueField } from "./value-field";

/** One value on its row: its name, but for items of a list, its control with what is wrong, and the way to take it away. */
export function PlainRow({
  kind,
  path,
  head,
  remove,
  explanation,
  ...editing
}: PayloadEditing & {
  kind: PlainKind;
  path: PayloadPath;
  head?: ReactNode;
  remove: ReactNode;
  explanation?: ReactNode;
}) {
  const name = pathText(path);
  const error = editing.faults.get(name);
  return (
    <div
      data-fault={error !== undefined || undefined}
      className={cx(
        "grid items-start gap-x-3 py-1.5 max-md:grid-cols-[minmax(0,1fr)_40px]",
        head ? "grid-cols-[minmax(140px,40%)_minmax(0,1fr)_28px]" : "grid-cols-[minmax(0,1fr)_28px]",
        error !== undefined && "-mx-2 bg-tint-fault px-2 shadow-[inset_3px_0_0_var(--st-fault)]",
      )}
    >
      {head && <div className="flex min-h-7 items-center gap-x-1 max-md:col-span-2">{head}</div>}
      <ValueField
        kind={kind}
        label={name.slice(2)}
        value={valueAt(editing.payload, path)}
        error={error}
        onChange={(value) => editing.onChange(path, value)}
        isExplained={editing.isExplained}
      />
      <span>{remove}</span>
      {explanation && <div className="col-span-full">{explanation}</div>}
    </div>
  );
}
