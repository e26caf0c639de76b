"use client";

import type { LucideIcon } from "lucide-react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";

interface Segment<Id extends string> {
  id: Id;
  label: string;
  /** With an icon the label is spoken only. */
  Icon?: LucideIcon;
}

/** Two to four ways to see the same thing, side by side; exactly one holds. */
export function Segments<Id extends string>({
  label,
  options,
  chosen,
  onChoose,
}: {
  label: string;
  options: readonly Segment<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const option = options.find(({ id }) => keys.has(id));
        if (option) onChoose(option.id);
      }}
      className="inline-flex max-w-full shrink-0 rounded-1 border border-line-strong max-md:flex-wrap"
    >
      {options.map(({ id, label: name, Icon }) => (
        <ToggleButton
          key={id}
          id={id}
          aria-label={Icon ? name : undefined}
          className="flex h-6 min-w-6 items-center justify-center border-line-strong px-2 text-12 text-ink-2 first:rounded-l-[3px] last:rounded-r-[3px] hover:bg-hover data-selected:bg-selected data-selected:font-value data-selected:text-ink not-first:border-l max-md:h-10 max-md:min-w-10"
        >
          {Icon ? <Icon aria-hidden="true" size={15} strokeWidth={1.5} /> : name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
