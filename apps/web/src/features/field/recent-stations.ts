import { z } from "zod/mini";

const station = z.object({ identity: z.string(), note: z.optional(z.string()) });
export type RecentStation = z.infer<typeof station>;

const storedAs = "field.recent";
const most = 20;

/** The stations this phone had open last, the latest first. */
export function recentStations(): RecentStation[] {
  try {
    return z.array(station).parse(JSON.parse(localStorage.getItem(storedAs) ?? "[]"));
  } catch {
    // Nothing kept, nothing that can be kept, or kept by another version.
    return [];
  }
}

export function rememberStation(opened: RecentStation): void {
  try {
    const others = recentStations().filter(({ identity }) => identity !== opened.identity);
    localStorage.setItem(storedAs, JSON.stringify([opened, ...others].slice(0, most)));
  } catch {
    // A browser that keeps nothing shows none.
  }
}
