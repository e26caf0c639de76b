"use client";

import type { LucideIcon } from "lucide-react";
import type { ButtonProps } from "react-aria-components/Button";
import { Button, type ButtonLook } from "./button";
import { cx } from "./cx";
import { useAriaKey } from "./key-hint";
import type { KeyId } from "./keys/key-table";
import { Tip } from "./tooltip";

interface Props extends Omit<ButtonProps, "className" | "style" | "children"> {
  Icon: LucideIcon;
  /** Its name, for everybody: spoken, and shown on hover and focus. */
  label: string;
  look?: ButtonLook;
  shortcut?: KeyId;
  className?: string;
}

/** A button that is only a mark; it always has a name and a tooltip. */
export function IconButton({ Icon, label, look = "bare", shortcut, className, ...props }: Props) {
  const ariaKey = useAriaKey(shortcut);
  return (
    <Tip text={label} shortcut={shortcut}>
      <Button {...props} {...ariaKey} look={look} aria-label={label} className={cx("w-7 px-0! max-md:w-10", className)}>
        <Icon aria-hidden="true" size={16} strokeWidth={1.5} />
      </Button>
    </Tip>
  );
}
