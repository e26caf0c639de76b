"use client";

import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components/TextField";
import { cx } from "./cx";

/** What every field has around its control: a name, a word of help, and what is wrong. */
export interface FieldProps {
  label: string;
  /** The name is spoken only, where the place already shows it. */
  isLabelHidden?: boolean;
  help?: ReactNode;
  error?: string;
}

/** Arranges a field. To be used inside the primitive, which ties name, help and error to the control. */
export function Field({ label, isLabelHidden, help, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <>
      <Label className={isLabelHidden ? "sr-only" : "text-12 text-ink-2"}>{label}</Label>
      {children}
      {help && (
        <Text slot="description" className="text-12 text-ink-3">
          {help}
        </Text>
      )}
      <FieldError className="text-12 text-fault-ink">{error}</FieldError>
    </>
  );
}

/** The column a field's parts stand in. */
export const fieldClasses = "flex min-w-0 flex-col gap-1";

/** The box around what is typed. */
export const inputClasses = cx(
  "h-7 w-full min-w-0 rounded-1 border border-edge bg-canvas px-2 text-13 text-ink placeholder:text-ink-3 max-md:h-10 max-md:text-16",
  "hover:border-ink-2 data-invalid:border-fault data-disabled:border-line-strong data-disabled:bg-raised data-disabled:text-ink-3",
);
