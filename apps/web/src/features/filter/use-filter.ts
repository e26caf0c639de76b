"use client";

import { debounce, parseAsString, useQueryState } from "nuqs";
import { useMemo, useState } from "react";
import { type Fields, fieldSaying } from "./fields";
import { type FilterFault, parseFilter } from "./filter";
import { writePiece } from "./pieces";
import { type Typing, takeChips, toggleChip, typingOf, writtenSoFar } from "./typing";

/** The filter of a list: what is complete stands in the address, what is being typed stays here until it is. */
export interface WrittenFilter {
  /** As it holds now. */
  written: string;
  typing: Typing;
  faults: readonly FilterFault[];
  change: (typing: Typing) => void;
  /** Enter: what was typed is complete. */
  done: () => void;
  toggle: (field: string, value: string) => void;
  has: (field: string, value: string) => boolean;
  set: (written: string) => void;
}

/** Reads and writes the filter in the address. */
export function useFilter(fields: Fields): WrittenFilter {
  const [written, setWritten] = useQueryState(
    "q",
    parseAsString.withDefault("").withOptions({ limitUrlUpdates: debounce(200) }),
  );
  const [typed, setTyped] = useState({ written, typing: typingOf(written) });

  // The same thing until the filter is another: what shows it hangs on a list that changes many times a second.
  return useMemo(() => {
    // The address changed by itself: a link, or the way back.
    const typing = typed.written === written ? typed.typing : typingOf(written);
    function keep(next: Typing) {
      const nextWritten = writtenSoFar(next);
      setTyped({ written: nextWritten, typing: next });
      void setWritten(nextWritten === "" ? null : nextWritten);
    }
    return {
      written,
      typing,
      faults: parseFilter(fields, written).faults,
      change: (next) => keep(takeChips(next)),
      done: () => keep(takeChips({ ...typing, text: namingFields(fields, typing.text) }, true)),
      toggle: (field, value) => keep(toggleChip(typing, field, value)),
      has: (field, value) => typing.chips.includes(writePiece({ field, values: [value] })),
      set: (next) => keep(typingOf(next)),
    };
  }, [fields, written, typed, setWritten]);
}

/** A word that can only mean one field becomes it: `faulted` → `status:faulted`. */
const namingFields = (fields: Fields, text: string) =>
  text
    .split(" ")
    .map((word) => {
      const field = fieldSaying(fields, word);
      return field ? writePiece({ field, values: [word.toLowerCase()] }) : word;
    })
    .join(" ");
