"use client";

import type { ReactElement, ReactNode } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "./popover";

/** A button that opens a small surface of controls at itself. */
export function PopoverButton({
  trigger,
  label,
  children,
}: {
  trigger: ReactElement;
  /** The name of the surface, where its button's text is not. */
  label?: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  return (
    <DialogTrigger>
      {trigger}
      <Popover placement="bottom end">
        <Dialog aria-label={label} className="outline-none">
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
