import { z } from "zod";
import { type StationField, stationFields } from "../../features/stations/station-fields";
import { containing, sqlParameters } from "../sql";
import type { FacetCount } from "./facets";
import type { Lookup } from "./field-sql";
import { stationsWhere, writtenFilter } from "./filter";
import { shownStateSql } from "./shown-state";

// Object.keys forgets its keys.
const fieldNames = Object.keys(stationFields) as StationField[];

export const completion = z.object({
  /** The rest of the filter. */
  q: writtenFilter,
  field: z.enum(fieldNames),
  /** What there is of the value. */
  start: z.string().max(200).default(""),
});

/** What could be written after a field's colon, and how many stations each would leave; those of most first. */
export async function completeValue(
  lookup: Lookup,
  { q, field, start }: z.output<typeof completion>,
): Promise<FacetCount[]> {
  const source = sources[field];
  if (!source) return [];
  const parameters = sqlParameters();
  const where = await stationsWhere(lookup, q, parameters, field);
  const { rows } = await lookup.pool.query<FacetCount>(
    `SELECT value, count(*)::int AS count FROM (
       SELECT ${"join" in source ? "DISTINCT s.id," : ""} ${source.value} AS value FROM station s ${"join" in source ? source.join : ""}
       WHERE ${where.without()}
     ) each WHERE value <> '' AND lower(value) LIKE ${parameters.add(containing(start))}
     GROUP BY value ORDER BY count DESC, value LIMIT 12`,
    parameters.values,
  );
  return rows;
}

/** Where the values of a field stand. Of times and amounts there are no values to choose from. */
const sources: { [Field in StationField]: { value: string; join?: string } | undefined } = {
  status: {
    value: `CASE WHEN c.evse > 0 OR NOT s.connected THEN ${shownStateSql} END`,
    join: "LEFT JOIN connector c ON c.station_id = s.id AND c.evse > 0",
  },
  site: { value: "site.name", join: "JOIN site ON site.id = s.site_id" },
  fw: { value: "s.firmware_version" },
  seen: undefined,
  connected: { value: "CASE WHEN s.connected THEN 'yes' ELSE 'no' END" },
  version: { value: "s.version" },
  vendor: { value: "s.vendor" },
  model: { value: "s.model" },
  error: {
    value: "coalesce(c.error_code, c.vendor_error_code)",
    join: "JOIN connector c ON c.station_id = s.id AND c.status = 'faulted' AND s.connected",
  },
  power: undefined,
  tag: { value: "tag.word", join: "CROSS JOIN LATERAL unnest(s.tags) AS tag (word)" },
  id: { value: "s.identity" },
  serial: { value: "s.serial_number" },
  approval: { value: "s.approval" },
};
