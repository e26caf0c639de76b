"use client";

import { useRouter } from "next/navigation";
import { createContext, useContext, useTransition } from "react";
import type { Preferences } from "./preferences";
import { remember } from "./remember";

/** What this person chose, and what there is to choose from. */
export interface Choices extends Preferences {
  /** The language spoken now, chosen or not. */
  spoken: string;
  languages: readonly string[];
}

export const ChoicesAtHand = createContext<Choices | undefined>(undefined);

/** What this person chose, and how to choose otherwise: the server draws the page anew, as it would the next one. */
export function useChoices() {
  const choices = useContext(ChoicesAtHand);
  const router = useRouter();
  const [isChanging, startTransition] = useTransition();
  if (!choices) throw new Error("Preferences are asked for outside of the console.");

  function choose<Name extends keyof Preferences>(name: Name, value: NonNullable<Preferences[Name]>) {
    remember(name, value);
    startTransition(() => router.refresh());
  }
  return { choices, choose, isChanging };
}
