"use client";

import type { ReactNode } from "react";
import { Switch as Primitive, type SwitchProps } from "react-aria-components/Switch";

interface Props extends Omit<SwitchProps, "className" | "style" | "children"> {
  children?: ReactNode;
}

/** On or off, in force at once. Give it children or an aria-label. */
export function Switch({ children, ...props }: Props) {
  return (
    <Primitive
      {...props}
      className="group inline-flex min-h-6 items-center gap-2 text-13 data-disabled:text-ink-3 max-md:min-h-10"
    >
      <span className="flex h-4 w-7 shrink-0 items-center rounded-pill border border-edge bg-well p-px outline-offset-2 transition-colors group-data-focus-visible:outline-2 group-data-focus-visible:outline-focus group-data-selected:border-ink group-data-selected:bg-ink group-data-disabled:border-line-strong group-data-disabled:bg-well">
        <span className="size-3 rounded-pill bg-edge transition-transform group-data-selected:translate-x-3 group-data-selected:bg-ink-inv group-data-disabled:bg-line-strong" />
      </span>
      {children}
    </Primitive>
  );
}
