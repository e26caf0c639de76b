import type { Sorting } from "@/components/table/table-head";
import { fieldSaying } from "../filter/fields";
import { parseFilter } from "../filter/filter";
import { type StationField, stationFields } from "./station-fields";

const sorts = [
  "identity",
  "name",
  "site",
  "connectors",
  "state",
  "since",
  "power",
  "seen",
  "version",
  "vendor",
  "firmware",
] as const;

/** The order out of the address: `power`, or `-power` for the largest first. */
export function parseSorting(written: string): Sorting & { by: (typeof sorts)[number] } {
  const by = sorts.find((sort) => sort === written.replace(/^-/, ""));
  return by ? { by, descending: written.startsWith("-") } : { by: "identity", descending: false };
}

/** Writes it again; the usual order needs no words. */
export const writeSorting = ({ by, descending }: Sorting) =>
  by === "identity" && !descending ? null : `${descending ? "-" : ""}${by}`;

/** The whole question of the list: the same on the server, before the first paint, and here. */
export function listQuestion(written: string, sorting: string) {
  const { by, descending } = parseSorting(sorting);
  return { q: written, sort: by, descending };
}

/** Whether stations come to match a filter, and cease to, by what happens to them. */
export function isEventful(written: string): boolean {
  const { parts, words } = parseFilter(stationFields, written);
  return (
    parts.some(({ field }) => eventful.has(field)) ||
    words.some(({ text }) => fieldSaying(stationFields, text) !== undefined)
  );
}

const eventful: ReadonlySet<StationField> = new Set(["status", "connected", "error", "seen", "power"]);

/** Whether a filter asks for faults: the list is then one of faults, and empty is good. */
export function asksForFaults(written: string): boolean {
  const { parts, words } = parseFilter(stationFields, written);
  const states = parts.filter(({ field, not }) => field === "status" && !not).flatMap(({ values }) => values);
  return states.length > 0
    ? states.every((state) => state === "faulted")
    : words.some(({ text }) => text === "faulted");
}
