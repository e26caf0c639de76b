import { z } from "zod/mini";

/** Where somebody went from the palette. */
const place = z.object({ href: z.string(), label: z.string(), note: z.optional(z.string()) });
export type Place = z.infer<typeof place>;

const storedAs = "palette.recent";
const most = 6;

/** Where this browser's person went last, newest first. */
export function recentPlaces(): Place[] {
  try {
    return z.array(place).parse(JSON.parse(localStorage.getItem(storedAs) ?? "[]"));
  } catch {
    // Nothing kept, nothing that can be kept, or kept by another version.
    return [];
  }
}

export function rememberPlace({ href, label, note }: Place) {
  try {
    const others = recentPlaces().filter((each) => each.href !== href);
    localStorage.setItem(storedAs, JSON.stringify([{ href, label, note }, ...others].slice(0, most)));
  } catch {
    // A browser that keeps nothing shows no recent places.
  }
}

const tokenStoredAs = "palette.token";

/** The token this browser's person last started with. */
export function lastToken(): string | undefined {
  try {
    return localStorage.getItem(tokenStoredAs) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberToken(value: string) {
  try {
    localStorage.setItem(tokenStoredAs, value);
  } catch {
    // The next list of tokens is in the order of their letters.
  }
}
