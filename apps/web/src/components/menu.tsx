"use client";

import type { LucideIcon } from "lucide-react";
import type { ReactElement } from "react";
import { Menu as List, MenuItem, MenuTrigger, Separator } from "react-aria-components/Menu";
import { KeyHint } from "./key-hint";
import type { KeyId } from "./keys/key-table";
import { Popover } from "./popover";

/** One thing a menu offers. A reason instead of an action keeps it visible and says who can help. */
export interface MenuEntry {
  id: string;
  label: string;
  Icon?: LucideIcon;
  shortcut?: KeyId;
  /** A place to go, instead of an action. */
  href?: string;
  onAction?: () => void;
  /** Why it cannot be done now. */
  unavailable?: string;
}

/** A menu of actions at its trigger, in groups divided by a line. */
export function Menu({
  label,
  trigger,
  groups,
  placement = "bottom end",
}: {
  label: string;
  trigger: ReactElement;
  groups: MenuEntry[][];
  placement?: "bottom end" | "bottom start" | "top end" | "top start";
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement}>
        <List aria-label={label} className="min-w-48 p-1 outline-none">
          {groups.flatMap((entries, index) => [
            index > 0 && <Separator key={`line-${entries[0]?.id}`} className="mx-2 my-1 h-px bg-line" />,
            ...entries.map((entry) => <Entry key={entry.id} {...entry} />),
          ])}
        </List>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ id, label, Icon, shortcut, href, onAction, unavailable }: MenuEntry) {
  return (
    <MenuItem
      id={id}
      textValue={label}
      {...(href && { href })}
      onAction={onAction}
      isDisabled={unavailable !== undefined}
      className="flex min-h-7 cursor-default items-center gap-2 rounded-1 px-2 py-1 text-13 outline-none data-focused:bg-selected data-disabled:text-ink-3 max-md:min-h-10"
    >
      {Icon && <Icon aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0 text-ink-2" />}
      <span className="flex-1">
        {label}
        {unavailable && <span className="block text-12 text-ink-3">{unavailable}</span>}
      </span>
      {shortcut && <KeyHint of={shortcut} />}
    </MenuItem>
  );
}
