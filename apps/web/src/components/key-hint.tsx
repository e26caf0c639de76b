"use client";

import { useSyncExternalStore } from "react";
import { cx } from "./cx";
import { isSingle, type KeyId, keyOf } from "./keys/key-table";
import { useSingleKeys } from "./keys/use-keys";

/** The key that does the same as the control it stands in; the control itself carries `useAriaKey`. */
export function KeyHint({ of, className }: { of: KeyId; className?: string }) {
  const singles = useSingleKeys();
  const press = keyOf(of);
  if (isSingle(press) && !singles) return null;
  return <KeyCap press={press} className={className} />;
}

/** A key or a chord, drawn. */
export function KeyCap({ press, className }: { press: string; className?: string }) {
  const isApple = useSyncExternalStore(unchanging, isOnApple, () => false);
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-flex h-[18px] min-w-[18px] items-center justify-center whitespace-nowrap rounded-1 border border-current/35 px-1 font-ui text-12 leading-none opacity-80",
        className,
      )}
    >
      {shown(press, isApple)}
    </span>
  );
}

/** What a control says of its key to assistive technology; nothing when the key is turned off. */
export function useAriaKey(id: KeyId | undefined): { "aria-keyshortcuts"?: string } {
  const singles = useSingleKeys();
  if (!id) return {};
  const press = keyOf(id);
  if (isSingle(press) && !singles) return {};
  return { "aria-keyshortcuts": press.replace("Mod", "Control") };
}

function shown(press: string, isApple: boolean) {
  const [modifier, key] = press.split("+");
  if (modifier === "Mod" && key) return `${isApple ? "⌘" : "Ctrl "}${signs[key] ?? key.toUpperCase()}`;
  return signs[press] ?? press;
}

const signs: Record<string, string | undefined> = { ArrowDown: "↓", ArrowUp: "↑", Enter: "↵" };

const unchanging = () => () => {};
const isOnApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);
