import type { GlyphName } from "@/components/glyph";
import type { Fares } from "@/server/sites/fares-sql";

/** What a place, or many places drawn as one, shows: the shape of its worst station, and how many of those there are. */
export interface Worst {
  state: "faulted" | "offline" | "charging" | "available";
  glyph: GlyphName;
  count: number;
}

/** The worst of some stations, in the order in which they matter: faulted, offline, charging, free. */
export function worstOf({ stations, faulted, offline, charging }: Fares): Worst {
  if (faulted > 0) return shown("faulted", faulted);
  if (offline > 0) return shown("offline", offline);
  if (charging > 0) return shown("charging", charging);
  return shown("available", stations);
}

const shown = <S extends Worst["state"]>(state: S, count: number) => ({ state, glyph: state, count });
