import type { ViewPlace } from "../../features/views/saved-view";
import type { Lookup } from "../stations/field-sql";
import { countMatching } from "../stations/list";

/** How many a view of a list shows now. A list that can be kept as views has an entry here. */
export const countOf: Record<ViewPlace, (lookup: Lookup, search: string) => Promise<number>> = {
  stations: (lookup, search) => countMatching(lookup, new URLSearchParams(search).get("q") ?? ""),
};

// Object.keys forgets its keys.
export const viewPlaces = Object.keys(countOf) as ViewPlace[];
