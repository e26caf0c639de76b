"use client";

import { useSyncExternalStore } from "react";

/** Tokens a canvas needs; CSS can use them directly. */
const names = [
  "canvas",
  "well",
  "ink",
  "ink-2",
  "ink-3",
  "line",
  "line-strong",
  "st-charging",
  "tint-energy",
  "ch-grid",
  "ch-limit",
  "ch-above",
  "ch-soc",
  "ch-cursor",
  "st-fault",
] as const;

export type TokenColors = Record<(typeof names)[number], string>;

/** The colours of the theme that holds now, resolved for a canvas; undefined before there is a browser. */
export const useTokenColors = () => useSyncExternalStore(subscribe, current, () => undefined);

let colors: TokenColors | undefined;
const listeners = new Set<() => void>();

function current() {
  colors ??= resolve();
  return colors;
}

function forget() {
  colors = undefined;
  for (const listener of listeners) listener();
}

let stopWatching: (() => void) | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  stopWatching ??= watchTheme();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = undefined;
    // Nobody would notice another theme until somebody asks again.
    colors = undefined;
  };
}

function watchTheme() {
  const theme = new MutationObserver(forget);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", forget);
  return () => {
    theme.disconnect();
    system.removeEventListener("change", forget);
  };
}

/** A custom property reads back unresolved, so each goes through the `color` of a probe. */
function resolve(): TokenColors {
  const probe = document.createElement("span");
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return style.color;
  };
  // Object.fromEntries forgets the keys it was given.
  const resolved = Object.fromEntries(names.map((name) => [name, read(name)])) as TokenColors;
  probe.remove();
  return resolved;
}
