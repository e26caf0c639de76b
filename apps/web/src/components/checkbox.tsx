"use client";

import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { type CheckboxProps, Checkbox as Primitive } from "react-aria-components/Checkbox";

interface Props extends Omit<CheckboxProps, "className" | "style" | "children"> {
  children?: ReactNode;
}

/** One of several things that may hold together. Give it children or an aria-label. */
export function Checkbox({ children, ...props }: Props) {
  return (
    <Primitive
      {...props}
      className="group inline-flex min-h-6 items-center gap-2 text-13 data-disabled:text-ink-3 max-md:min-h-10"
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="flex size-4 shrink-0 items-center justify-center rounded-1 border border-edge bg-canvas text-ink-inv outline-offset-2 group-data-focus-visible:outline-2 group-data-focus-visible:outline-focus group-data-selected:border-ink group-data-selected:bg-ink group-data-indeterminate:border-ink group-data-indeterminate:bg-ink group-data-invalid:border-fault group-data-disabled:border-line-strong">
            {isIndeterminate ? (
              <Minus aria-hidden="true" size={12} />
            ) : (
              isSelected && <Check aria-hidden="true" size={12} />
            )}
          </span>
          {children}
        </>
      )}
    </Primitive>
  );
}
