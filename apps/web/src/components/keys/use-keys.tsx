"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { KeyId, KeyScope } from "./key-table";
import { readKey, spell } from "./key-table";

/** What keys do in a part of the page; one that cannot do it now leaves it out. */
export type KeyHandlers = Partial<Record<KeyId, () => void>>;

interface Desk {
  /** Those that came last are asked first. */
  parts: { current: KeyHandlers }[];
  singles: boolean;
}

const KeyDesk = createContext<Desk | undefined>(undefined);

/** Hears every key of the page and hands it to whoever said what it does. */
export function Keys({ singles, children }: { singles: boolean; children: ReactNode }) {
  const [desk] = useState<Desk>(() => ({ parts: [], singles }));
  useEffect(() => {
    desk.singles = singles;
    return listen(desk);
  }, [desk, singles]);
  return (
    <KeyDesk value={desk}>
      <SinglesOn value={singles}>{children}</SinglesOn>
    </KeyDesk>
  );
}

const SinglesOn = createContext(true);

/** Whether letters and signs act by themselves. */
export const useSingleKeys = () => useContext(SinglesOn);

/** Says what keys do while this part is on the page. */
export function useKeys(handlers: KeyHandlers) {
  const desk = useContext(KeyDesk);
  const part = useRef(handlers);
  useEffect(() => {
    part.current = handlers;
  });
  useEffect(() => {
    if (!desk) return;
    desk.parts.unshift(part);
    return () => {
      desk.parts = desk.parts.filter((each) => each !== part);
    };
  }, [desk]);
}

/** Where a part of the page lets its keys act while the focus is in it: `<div {...keyScope("station")}>`. */
export const keyScope = (scope: Extract<KeyScope, "list" | "station">) => ({ "data-keys": scope });

function listen(desk: Desk) {
  let chord: { begun: string; at: number } | undefined;
  const act = (event: KeyboardEvent, id: KeyId) => {
    const handler = desk.parts.map(({ current }) => current[id]).find((each) => each !== undefined);
    if (handler) event.preventDefault();
    handler?.();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const press = spell(event);
    const meant = press && readKey(press, { scopes: scopesAt(event.target), singles: desk.singles });
    if (!meant) return;
    if (meant.is === "begun") chord = { begun: meant.chord, at: event.timeStamp };
    else act(event, meant.id);
  };

  /** The second key of a chord is heard before anything else that it may mean, like the "i" of a list. */
  const onNextKey = (event: KeyboardEvent) => {
    const press = spell(event);
    if (!chord || press === "Shift") return;
    const { begun, at } = chord;
    chord = undefined;
    if (!press || event.timeStamp - at > chordMs) return;
    const meant = readKey(press, { scopes: scopesAt(event.target), begun, singles: desk.singles });
    if (meant?.is !== "action") return;
    event.stopPropagation();
    act(event, meant.id);
  };

  document.addEventListener("keydown", onNextKey, { capture: true });
  document.addEventListener("keydown", onKeyDown);
  return () => {
    document.removeEventListener("keydown", onNextKey, { capture: true });
    document.removeEventListener("keydown", onKeyDown);
  };
}

/** Time enough for the second key of a chord. */
const chordMs = 1_500;

/** What keys may mean where the focus is. */
function scopesAt(target: EventTarget | null): KeyScope[] {
  if (!(target instanceof Element)) return [];
  // Over the page there is nothing to go to; in a menu or a choice, letters find what begins with them.
  if (target.closest("[role=dialog], [role=alertdialog]")) return [];
  if (target.closest(whereLettersAreMeant)) return ["everywhere"];
  const scopes = target.closest("[data-keys]")?.getAttribute("data-keys")?.split(" ") ?? [];
  const isNowhere = target === document.body || target.id === "page";
  return [
    "everywhere",
    "page",
    ...(["list", "station"] as const).filter((scope) => scopes.includes(scope) || (isNowhere && scope === "station")),
  ];
}

const whereLettersAreMeant =
  "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=combobox]";
