import type { Setting } from "@chargehand/domain/configuration/template";
import { parseAsArrayOf, parseAsBoolean, parseAsString } from "nuqs/server";
import type { ChosenStations } from "@/server/stations/chosen";

/** Which stations, as the address says it: by name, or all that match a filter. */
export const chosenSearch = { ids: parseAsArrayOf(parseAsString), q: parseAsString };

/** What of a comparison is shown. */
export const compareSearch = {
  ...chosenSearch,
  all: parseAsBoolean.withDefault(false),
  facts: parseAsBoolean.withDefault(false),
};

/** What is planned; without `set`, what templates say. */
export const planSearch = { ...chosenSearch, set: parseAsString };

/** The stations that an address means; undefined where it names none. */
export function chosenOf({ ids, q }: { ids: string[] | null; q: string | null }): ChosenStations | undefined {
  if (ids && ids.length > 0) return { is: "some", ids };
  return q === null ? undefined : { is: "all", q };
}

/** That in an address. */
export const searchOf = (chosen: ChosenStations): Record<string, string> =>
  chosen.is === "all" ? { q: chosen.q } : { ids: chosen.ids.map(escaped).join(",") };

/** As nuqs writes what stands between commas. */
const escaped = (id: string) => id.replace(/,/g, encodeURIComponent(","));

export const toText = (settings: readonly Setting[]): string => JSON.stringify(settings);

/** Settings out of an address; the server looks at them more closely. */
export function fromText(text: string | null): Setting[] | undefined {
  if (text === null) return undefined;
  try {
    const settings: unknown = JSON.parse(text);
    return Array.isArray(settings) ? settings.filter(isSetting) : undefined;
  } catch {
    // Whoever cut the link off gets the plan of the templates.
    return undefined;
  }
}

const isSetting = (value: unknown): value is Setting =>
  typeof value === "object" &&
  value !== null &&
  "value" in value &&
  typeof value.value === "string" &&
  "variable" in value &&
  typeof value.variable === "object" &&
  value.variable !== null &&
  "name" in value.variable &&
  "component" in value.variable;
