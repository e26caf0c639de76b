"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { ListBox, ListBoxItem } from "react-aria-components/Select";

/** One choice of a select or a combo box. */
export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  note?: string;
}

/** The list of choices both open. */
export function OptionList({ options, empty }: { options: readonly Option[]; empty?: ReactNode }) {
  return (
    <ListBox
      items={options}
      renderEmptyState={() => <div className="px-2 py-1 text-13 text-ink-3">{empty}</div>}
      className="max-h-72 overflow-auto p-1 outline-none"
    >
      {({ id, label, note }) => (
        <ListBoxItem
          id={id}
          textValue={label}
          className="flex min-h-7 cursor-default items-center gap-2 rounded-1 px-2 text-13 outline-none data-focused:bg-selected max-md:min-h-10"
        >
          {({ isSelected }) => (
            <>
              <span className="flex-1 truncate">{label}</span>
              {note && <span className="text-12 text-ink-3">{note}</span>}
              {isSelected && <Check aria-hidden="true" size={14} />}
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
