"use client";

import type { ReactNode } from "react";
import { type PopoverProps, Popover as Raised } from "react-aria-components/Popover";
import { cx } from "./cx";

interface Props extends Omit<PopoverProps, "className" | "style" | "children"> {
  className?: string;
  children: ReactNode;
}

/** A surface over the page, at the control that opened it. */
export function Popover({ className, children, ...props }: Props) {
  return (
    <Raised
      offset={4}
      {...props}
      className={cx(
        "z-40 min-w-(--trigger-width) overflow-auto rounded-2 border border-line-strong bg-overlay outline-none",
        className,
      )}
    >
      {children}
    </Raised>
  );
}
