"use client";

import { useFormatter } from "next-intl";
import { cx } from "@/components/cx";
import type { Suggestion } from "./use-suggestions";

/** The ways to go on writing, under the text; the input has the focus and names the active one. */
export function SuggestionList({
  id,
  label,
  options,
  active,
  onTake,
}: {
  id: string;
  label: string;
  options: readonly Suggestion[];
  active: number;
  onTake: (index: number) => void;
}) {
  const format = useFormatter();
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      className="absolute top-full left-0 z-20 mt-1 max-h-80 w-120 max-w-full overflow-auto rounded-2 border border-line-strong bg-overlay p-1"
    >
      {options.map(({ text, label: name, note, count }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the input, which keeps the focus.
        <div
          key={text}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          // A press would take the focus out of the text before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(index)}
          className={cx(
            "flex min-h-7 cursor-default items-center gap-3 rounded-1 px-2 text-13 max-md:min-h-10",
            index === active ? "bg-selected" : "hover:bg-hover",
          )}
        >
          <span className="mono truncate">{name}</span>
          <span className="min-w-0 flex-1 truncate text-12 text-ink-3">{note}</span>
          {count !== undefined && <span className="text-12 text-ink-3">{format.number(count)}</span>}
        </div>
      ))}
    </div>
  );
}
