"use client";

import { useEffect, useRef } from "react";

const storedAs = "stepping";
/** More than anybody steps through, and little enough to keep. */
const most = 2_000;

/** Remembers a list in its order when it is left, so that the pages it leads to can step to the next of it. */
export function useStepping(hrefs: readonly string[]) {
  const latest = useRef(hrefs);
  useEffect(() => {
    latest.current = hrefs;
  });
  useEffect(
    () => () => {
      if (latest.current.length > 0) keep(latest.current);
    },
    [],
  );
}

function keep(hrefs: readonly string[]) {
  try {
    sessionStorage.setItem(storedAs, JSON.stringify(hrefs.slice(0, most)));
  } catch {
    // A browser that keeps nothing has no way back and forth, which is all that is lost.
  }
}

/** The list that was left last. */
export function steppingList(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storedAs) ?? "[]");
    return Array.isArray(kept) ? kept.filter((href) => typeof href === "string") : [];
  } catch {
    return [];
  }
}

/** The pages before and after this one in a list; what is deeper in a page (its tab) stays. */
export function neighbours(
  pathname: string,
  hrefs: readonly string[],
): { previous?: string; next?: string } | undefined {
  const at = hrefs.findIndex((href) => pathname === href || pathname.startsWith(`${href}/`));
  const here = hrefs[at];
  if (here === undefined) return undefined;
  const deeper = pathname.slice(here.length);
  const to = (href: string | undefined) => (href === undefined ? undefined : `${href}${deeper}`);
  return { previous: to(hrefs[at - 1]), next: to(hrefs[at + 1]) };
}
