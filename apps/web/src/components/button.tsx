"use client";

import type { LucideIcon } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { type ButtonProps, Button as Pressable } from "react-aria-components/Button";
import { cx } from "./cx";
import { KeyHint, useAriaKey } from "./key-hint";
import type { KeyId } from "./keys/key-table";

/** `primary` is the one ink button of a place, `quiet` has an edge, `bare` has none. */
export type ButtonLook = "primary" | "quiet" | "bare";

/** `row` fits a table row, `big` is for Stop and for thumbs. */
export type ButtonSize = "row" | "normal" | "big";

interface Props extends Omit<ButtonProps, "className" | "style" | "children"> {
  look?: ButtonLook;
  size?: ButtonSize;
  Icon?: LucideIcon;
  /** The key that does the same. */
  shortcut?: KeyId;
  className?: string;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** The button. One that cannot be used keeps its place, dashed, and says why in its text. */
export function Button({ look = "quiet", size = "normal", Icon, shortcut, className, children, ...props }: Props) {
  const ariaKey = useAriaKey(shortcut);
  return (
    <Pressable {...props} {...ariaKey} className={cx(buttonClasses(look, size), className)}>
      {Icon && <Icon aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0" />}
      {children}
      {shortcut && <KeyHint of={shortcut} className="max-md:hidden" />}
    </Pressable>
  );
}

/** The classes of a button, for a link that looks like one. */
export function buttonClasses(look: ButtonLook, size: ButtonSize) {
  return cx(
    "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-1 border font-value transition-colors",
    "data-disabled:border-dashed data-disabled:border-line-strong data-disabled:bg-transparent data-disabled:font-regular data-disabled:text-ink-3",
    sizes[size],
    looks[look],
  );
}

const sizes = {
  row: "h-6 px-2 text-12 max-md:h-10 max-md:px-3",
  normal: "h-7 px-2.5 text-13 max-md:h-10 max-md:px-3",
  big: "h-12 px-4 text-16",
} as const satisfies Record<ButtonSize, string>;

const looks = {
  primary: "border-ink bg-ink text-ink-inv hover:opacity-90 data-pressed:opacity-80 data-disabled:opacity-100",
  quiet: "border-line-strong bg-canvas text-ink hover:bg-hover data-pressed:bg-selected",
  bare: "border-transparent text-ink-2 hover:bg-hover hover:text-ink data-pressed:bg-selected",
} as const satisfies Record<ButtonLook, string>;
