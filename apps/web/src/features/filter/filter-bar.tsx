"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { KeyHint, useAriaKey } from "@/components/key-hint";
import { useKeys } from "@/components/keys/use-keys";
import type { FieldWords } from "./field-words";
import type { Fields } from "./fields";
import { FilterChip } from "./filter-chip";
import { FilterFaults } from "./filter-faults";
import { SuggestionList } from "./suggestion-list";
import { type AtCursor, withoutChip, writtenSoFar } from "./typing";
import type { WrittenFilter } from "./use-filter";
import { useSuggestions } from "./use-suggestions";

/** The filter of a list, as text and as chips at once; completes what is being written. */
export function FilterBar({
  label,
  placeholder,
  fields,
  words,
  filter,
  found,
  onLeave,
}: {
  label: string;
  placeholder: string;
  fields: Fields;
  words: FieldWords;
  filter: WrittenFilter;
  /** Like "26 of 2,412". */
  found?: ReactNode;
  /** Escape: back to the list. */
  onLeave?: () => void;
}) {
  const t = useTranslations("filter");
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const ariaKey = useAriaKey("filter");
  const { typing, change, faults } = filter;
  const [cursor, setCursor] = useState(typing.text.length);
  const [isOpen, setOpen] = useState(false);
  const suggestions = useSuggestions({ fields, words, typing, cursor: Math.min(cursor, typing.text.length), isOpen });
  const { options, active } = suggestions;
  useKeys({ filter: () => input.current?.focus() });

  function write(text: string, at = text.length) {
    change({ ...typing, text });
    setCursor(at);
    setOpen(true);
    suggestions.begin();
  }

  function take(index: number) {
    const option = options[index];
    if (!option) return;
    const { from, to }: AtCursor = suggestions.at;
    write(typing.text.slice(0, from) + option.text + typing.text.slice(to), from + option.text.length);
    if (option.isWhole) setOpen(false);
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      setOpen(true);
      suggestions.move(step);
    } else if (event.key === "Enter" || (event.key === "Tab" && active >= 0)) {
      if (active >= 0) take(active);
      else filter.done();
      if (active < 0) setOpen(false);
    } else if (event.key === "Escape") {
      if (isOpen && options.length > 0) setOpen(false);
      else onLeave?.();
    } else if (event.key === "Backspace" && typing.text === "") {
      // The last chip becomes text again, to be changed.
      const last = typing.chips.at(-1);
      if (last !== undefined) change({ ...withoutChip(typing, last), text: last });
      setCursor(last?.length ?? 0);
    } else return;
    event.preventDefault();
  }

  const isListShown = isOpen && options.length > 0;
  return (
    <search className="relative">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the input that it leads to. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a wide place to click at, for the input in it. */}
      <div
        onClick={({ target, currentTarget }) => target === currentTarget && input.current?.focus()}
        className="flex min-h-8 flex-wrap items-center gap-1.5 rounded-1 border border-edge bg-canvas px-2 py-0.5 focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-1 max-md:min-h-10"
      >
        <Search aria-hidden="true" size={15} strokeWidth={1.5} className="mx-1 shrink-0 text-ink-2" />
        {typing.chips.map((chip) => (
          <FilterChip
            key={chip}
            raw={chip}
            isFaulty={faults.some(({ raw }) => raw === chip)}
            onRemove={() => {
              change(withoutChip(typing, chip));
              input.current?.focus();
            }}
          />
        ))}
        <input
          ref={input}
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={isListShown}
          aria-controls={listId}
          aria-activedescendant={isListShown && active >= 0 ? `${listId}-${active}` : undefined}
          {...ariaKey}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={typing.chips.length === 0 ? placeholder : undefined}
          value={typing.text}
          onChange={({ target }) => write(target.value, target.selectionStart ?? target.value.length)}
          onSelect={({ currentTarget }) => setCursor(currentTarget.selectionStart ?? 0)}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          className="mono h-6 min-w-24 flex-1 bg-transparent text-13 outline-none placeholder:font-ui placeholder:text-ink-3 max-md:text-16"
        />
        {found && <span className="text-12 text-ink-3 max-md:hidden">{found}</span>}
        {writtenSoFar(typing) + typing.text !== "" && (
          <button
            type="button"
            aria-label={t("clear")}
            onClick={() => {
              filter.set("");
              input.current?.focus();
            }}
            className="flex size-6 items-center justify-center rounded-1 text-ink-2 hover:text-ink"
          >
            <X aria-hidden="true" size={14} />
          </button>
        )}
        <KeyHint of="filter" className="max-md:hidden" />
      </div>
      {isListShown && (
        <SuggestionList id={listId} label={t("suggestions")} options={options} active={active} onTake={take} />
      )}
      <FilterFaults faults={faults} filter={filter} />
    </search>
  );
}
