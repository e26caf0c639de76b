"use client";

import type { ReactElement, ReactNode } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { KeyHint } from "./key-hint";
import type { KeyId } from "./keys/key-table";

/** Names a control on hover and focus. The control is the child; it must take focus. */
export function Tip({
  text,
  shortcut,
  placement,
  isDisabled,
  children,
}: {
  text: ReactNode;
  shortcut?: KeyId;
  placement?: "top" | "bottom" | "left" | "right";
  isDisabled?: boolean;
  children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={400} closeDelay={0} isDisabled={isDisabled}>
      {children}
      <Tooltip
        offset={6}
        placement={placement}
        className="z-50 flex max-w-xs items-center gap-2 rounded-1 bg-ink px-2 py-1 text-12 text-ink-inv"
      >
        {text}
        {shortcut && <KeyHint of={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
