"use client";

import { type ReactNode, useState } from "react";
import type { FieldValue, FieldWords } from "./field-words";
import { type Fields, namesOf } from "./fields";
import { writePiece } from "./pieces";
import { type AtCursor, atCursor, type Typing, writtenSoFar } from "./typing";

/** One way to go on writing. */
export interface Suggestion {
  text: string;
  label: ReactNode;
  note?: ReactNode;
  count?: number;
  /** Nothing is left to be written of this part. */
  isWhole: boolean;
}

/** What could be written at the cursor: a field, or the value of the one that was begun. */
export function useSuggestions({
  fields,
  words,
  typing,
  cursor,
  isOpen,
}: {
  fields: Fields;
  words: FieldWords;
  typing: Typing;
  cursor: number;
  isOpen: boolean;
}) {
  const [active, setActive] = useState(-1);
  const at = atCursor(fields, typing.text, cursor);
  const q = writtenSoFar(typing);
  const values = words.useValues(
    isOpen && at.field !== undefined ? { field: at.field, start: at.start, q } : undefined,
  );
  const options = !isOpen
    ? []
    : at.field === undefined
      ? fieldOptions(fields, words, at)
      : valueOptions(fields, words, at, values);

  return {
    at,
    options,
    active: active < options.length ? active : -1,
    begin: () => setActive(-1),
    /** Down from the last comes back to the text, and up from it to the last. */
    move: (step: number) => setActive(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1),
  };
}

function fieldOptions(fields: Fields, words: FieldWords, at: AtCursor): Suggestion[] {
  const start = at.start.toLowerCase();
  const named: Suggestion[] = namesOf(fields)
    .filter((name) => [name, ...(fields[name]?.alias ?? [])].some((each) => each.startsWith(start)))
    .map((name) => ({
      text: `${at.not ? "-" : ""}${name}:`,
      label: `${name}:`,
      note: words.field(name),
      isWhole: false,
    }));
  // Words that say something of a field, once some of it is written.
  const said: Suggestion[] = namesOf(fields).flatMap((field) => {
    const { kind, isSaidAlone } = fields[field] ?? {};
    if (!isSaidAlone || kind?.is !== "one-of" || start.length < 2) return [];
    return kind.values
      .filter((value) => value.startsWith(start))
      .map((value) => ({
        text: whole(at, field, value),
        label: `${field}:${value}`,
        note: words.value?.(field, value),
        isWhole: true,
      }));
  });
  return [...said, ...named];
}

function valueOptions(fields: Fields, words: FieldWords, at: AtCursor, values: readonly FieldValue[]): Suggestion[] {
  const { field = "", start } = at;
  const kind = fields[field]?.kind;
  const hints = kind?.is === "age" ? ["<10m", ">10m", ">2h", ">1d"] : kind?.is === "number" ? [">0", ">11", ">50"] : [];
  return [
    ...values.map(({ value, count }) => ({
      text: whole(at, field, value),
      label: words.value?.(field, value) ?? value,
      count,
      isWhole: true,
    })),
    ...(start === "" ? hints : []).map((hint) => ({
      text: `${at.not ? "-" : ""}${field}:${hint} `,
      label: hint,
      isWhole: true,
    })),
  ];
}

const whole = ({ not }: AtCursor, field: string, value: string) => `${writePiece({ field, not, values: [value] })} `;
