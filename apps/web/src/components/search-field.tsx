"use client";

import { Search, X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Group } from "react-aria-components/Group";
import { Button, Input, SearchField as Primitive } from "react-aria-components/SearchField";
import { cx } from "./cx";
import { KeyHint, useAriaKey } from "./key-hint";
import { useKeys } from "./keys/use-keys";

/** The filter of a list: chips of what already holds, the text being typed, and how much was found. A key leads to it. */
export function SearchField({
  label,
  value,
  onChange,
  onSubmit,
  placeholder,
  chips,
  found,
  className,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  placeholder?: string;
  chips?: ReactNode;
  /** Like "26 stations in 38 ms". */
  found?: ReactNode;
  className?: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const ariaKey = useAriaKey("filter");
  useKeys({
    filter() {
      input.current?.focus();
      input.current?.select();
    },
  });
  return (
    <Primitive
      aria-label={label}
      value={value}
      onChange={onChange}
      onSubmit={onSubmit}
      {...ariaKey}
      className={cx("group min-w-0", className)}
    >
      <Group className="flex min-h-8 flex-wrap items-center gap-1.5 rounded-1 border border-edge bg-canvas px-2 py-0.5 data-focus-within:outline-2 data-focus-within:outline-focus data-focus-within:outline-offset-1 max-md:min-h-10">
        <Search aria-hidden="true" size={15} strokeWidth={1.5} className="mx-1 shrink-0 text-ink-2" />
        {chips}
        <Input
          ref={input}
          placeholder={placeholder}
          className="h-6 min-w-24 flex-1 bg-transparent text-13 outline-none placeholder:text-ink-3 max-md:text-16 [&::-webkit-search-cancel-button]:hidden"
        />
        {found && <span className="text-12 text-ink-3 max-md:hidden">{found}</span>}
        <Button className="flex size-6 items-center justify-center text-ink-2 group-data-empty:hidden">
          <X aria-hidden="true" size={14} />
        </Button>
        <KeyHint of="filter" className="max-md:hidden" />
      </Group>
    </Primitive>
  );
}
