import type { Sorting } from "@/components/table/table-head";
import type { RouterInputs } from "@/live/router-types";
import { connectorStates } from "../connectors/connector-state";
import { filterFields, knownValues, parseFilter, type StationFilter } from "./station-filter";

type ListInput = NonNullable<RouterInputs["stations"]["list"]>;

/** What the list is asked for a written filter: the same question on the server, before the first paint, and here. */
export function filterQuestion(written: string): { filter: NonNullable<ListInput["filter"]> } {
  const { parts, text } = parseFilter(written);
  const of = <Value extends string>(field: (typeof filterFields)[number], known: readonly Value[]) => {
    const values = known.filter((value) => parts.some((part) => part.field === field && part.value === value));
    return values.length > 0 ? values : undefined;
  };
  const sites = parts.filter(({ field }) => field === "site").map(({ value }) => value);
  return {
    filter: {
      text: searchable(text) || undefined,
      states: of("status", connectorStates),
      versions: of("version", knownValues.version),
      sites: sites.length > 0 ? sites : undefined,
    },
  };
}

/** The words of a text, without a part that is still being written, like `site:"Kö`: it narrows nothing yet. */
export const searchable = (text: string) =>
  text
    .replaceAll(new RegExp(`(^|\\s)(${filterFields.join("|")}):("[^"]*$|\\S*$)`, "gi"), " ")
    .replaceAll(/\s+/g, " ")
    .trim();

const sorts = ["identity", "site", "seen", "since", "power", "version"] as const;

/** The order out of the address: `power`, or `-power` for the largest first. */
export function parseSorting(written: string): Sorting & { by: (typeof sorts)[number] } {
  const by = sorts.find((sort) => sort === written.replace(/^-/, ""));
  return by ? { by, descending: written.startsWith("-") } : { by: "identity", descending: false };
}

/** Writes it again; the usual order needs no words. */
export const writeSorting = ({ by, descending }: Sorting) =>
  by === "identity" && !descending ? null : `${descending ? "-" : ""}${by}`;

/** The whole question of the list. */
export function listQuestion(written: string, sorting: string) {
  const { by, descending } = parseSorting(sorting);
  return { ...filterQuestion(written), sort: by, descending };
}

/** What was typed, with every part that is complete taken out of the text: at a space, or when `isDone`. */
export function takeParts(filter: StationFilter, isDone: boolean): StationFilter {
  // Inside of quotes a space ends nothing.
  const isOpen = (filter.text.match(/"/g) ?? []).length % 2 === 1;
  if (!isDone && (isOpen || !/["\s]$/.test(filter.text))) return filter;
  const { parts, text } = parseFilter(filter.text);
  if (parts.length === 0) return filter;
  const known = new Set(filter.parts.map(({ field, value }) => `${field}:${value}`));
  return {
    parts: [...filter.parts, ...parts.filter(({ field, value }) => !known.has(`${field}:${value}`))],
    text: text === "" ? "" : `${text} `,
  };
}
