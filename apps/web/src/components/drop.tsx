"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { cx } from "./cx";

/**
 * A button and the panel it drops, by the browser's own means: Escape, a press elsewhere and the way of the focus are the
 * platform's, and cost no script. For what is always there; where a list needs arrow keys, use Menu.
 */
export function Drop({
  label,
  button,
  buttonClassName,
  className,
  closesOn,
  children,
}: {
  /** The panel's name. */
  label: string;
  button: ReactNode;
  buttonClassName: string;
  className: string;
  /** The panel closes when this changes: the page, for one that leads elsewhere. */
  closesOn?: string;
  children: ReactNode;
}) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that closes, whatever it is.
  useEffect(() => panel.current?.hidePopover(), [closesOn]);
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={label} className={buttonClassName}>
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={cx("rounded-2 border border-line-strong bg-overlay text-ink outline-none", className)}
      >
        {children}
      </div>
    </>
  );
}
