import type { LucideIcon } from "lucide-react";

/** One line of the palette. */
export interface Entry {
  id: string;
  label: string;
  note?: string;
  Icon: LucideIcon;
  /** What it is found by beside its label. */
  words?: string;
  /** Why it cannot be done now. */
  unavailable?: string;
  /** What it will do to drivers: it wants a second Enter, with this in sight. */
  effect?: string;
  /** `atOnce`: Shift was held, so it is not kept back for undo. */
  run: (atOnce: boolean) => void;
}

export interface Group {
  id: string;
  title: string;
  entries: readonly Entry[];
}

/** The entries in which every typed word begins a word. */
export function matching(entries: readonly Entry[], text: string): Entry[] {
  const typed = wordsOf(text);
  return entries.filter(({ label, words = "" }) => {
    const own = wordsOf(`${label} ${words}`);
    return typed.every((word) => own.some((each) => each.startsWith(word)));
  });
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s,:]+/)
    .filter(Boolean);
