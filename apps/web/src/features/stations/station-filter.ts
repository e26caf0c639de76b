import { connectorStates } from "../connectors/connector-state";

/** A filter as the operator wrote it: parts like `status:faulted`, and free text for identity, name, maker and model. */
export interface StationFilter {
  parts: FilterPart[];
  text: string;
}

export interface FilterPart {
  field: FilterField;
  value: string;
}

export const filterFields = ["status", "version", "site"] as const;
export type FilterField = (typeof filterFields)[number];

/** What can be said after a field, where the choices are ours. */
export const knownValues = {
  status: connectorStates,
  version: ["1.6", "2.0.1", "2.1"],
} as const satisfies Partial<Record<FilterField, readonly string[]>>;

/** Reads `status:faulted site:"Köln Süd" abb`. What is not a part that we know stays text, so that nothing is lost. */
export function parseFilter(written: string): StationFilter {
  const parts: FilterPart[] = [];
  const words: string[] = [];
  for (const [whole, name, quoted, bare] of written.matchAll(/(?:(\w+):)?(?:"([^"]*)"|(\S+))/g)) {
    const field = filterFields.find((known) => known === name?.toLowerCase());
    const value = quoted ?? bare ?? "";
    if (field && isKnown(field, value)) {
      if (!parts.some((part) => part.field === field && part.value === value)) parts.push({ field, value });
    } else words.push(whole);
  }
  return { parts, text: words.join(" ") };
}

/** Writes it again, for the address bar. */
export function writeFilter({ parts, text }: StationFilter) {
  const written = parts.map(({ field, value }) => `${field}:${/\s/.test(value) ? `"${value}"` : value}`);
  return [...written, text].filter(Boolean).join(" ");
}

/** Adds a part, or takes it away if it is there. */
export function togglePart(filter: StationFilter, part: FilterPart): StationFilter {
  const others = filter.parts.filter(({ field, value }) => field !== part.field || value !== part.value);
  return { ...filter, parts: others.length < filter.parts.length ? others : [...others, part] };
}

function isKnown(field: FilterField, value: string) {
  const known: readonly string[] | undefined = field === "site" ? undefined : knownValues[field];
  return value !== "" && (known === undefined || known.includes(value));
}
