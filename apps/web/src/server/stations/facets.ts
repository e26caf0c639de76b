import { type ConnectorState, connectorStates } from "../../features/connectors/connector-state";
import type { StationField } from "../../features/stations/station-fields";
import { sqlParameters } from "../sql";
import type { Lookup } from "./field-sql";
import { stationsWhere } from "./filter";
import { whileConnectedSql } from "./shown-state";

export interface FacetCount {
  value: string;
  count: number;
}

export interface StationFacets {
  /** Stations of the network, and those of them that match. */
  all: number;
  matching: number;
  status: FacetCount[];
  version: FacetCount[];
  vendor: FacetCount[];
  fw: FacetCount[];
  site: FacetCount[];
}

/** What each of them is in the database. */
const columns = {
  version: "b.version",
  vendor: "b.vendor",
  fw: "b.firmware_version",
  site: "(SELECT name FROM site WHERE site.id = b.site_id)",
} as const satisfies Partial<Record<StationField, string>>;
const grouped = { ...columns, site: "b.site_id" } as const;
const facetFields = ["version", "vendor", "fw", "site"] as const satisfies readonly (keyof typeof columns)[];

/** How many stations each further choice would leave. Every kind of choice is counted without itself, the largest first. */
export async function countStations(lookup: Lookup, q: string): Promise<StationFacets> {
  const parameters = sqlParameters();
  const where = await stationsWhere(lookup, q, parameters);
  const isSaid = (field: StationField) => where.said.has(field);
  const fields = ["status", ...facetFields] as const;
  /** What the others say, as a condition over what was gathered once. */
  const others = (own: StationField | undefined) =>
    fields
      .filter((field) => field !== own && isSaid(field))
      .map((field) => `b.by_${field}`)
      .join(" AND ") || "TRUE";

  const { rows } = await lookup.pool.query<{
    facets: Omit<StationFacets, "status"> & { masks: Partial<Record<string, number>> };
  }>(
    `WITH b AS MATERIALIZED (
       SELECT s.id, s.connected, s.version, s.vendor, s.firmware_version, s.site_id
         ${fields
           .filter(isSaid)
           .map((field) => `, ${where.of(field)} AS by_${field}`)
           .join("")}
       FROM station s WHERE ${where.without(...fields)}
     ), masks AS (
       SELECT CASE WHEN s.connected THEN coalesce(bit_or(${bit}) FILTER (WHERE c.evse > 0), 0) ELSE 1 << ${connectorStates.indexOf("offline")} END AS mask
       FROM b s LEFT JOIN connector c ON c.station_id = s.id AND c.evse > 0 AND s.connected
       WHERE ${others("status").replaceAll("b.by_", "s.by_")} GROUP BY s.id, s.connected
     ), several AS (SELECT mask, count(*) AS count FROM masks GROUP BY mask)
     SELECT jsonb_build_object(
       'all', (SELECT count(*) FROM station WHERE approval = 'approved'),
       'matching', (SELECT count(*) FROM b WHERE ${others(undefined)}),
       'masks', (SELECT coalesce(jsonb_object_agg(mask, count), '{}') FROM several),
       ${facetFields.map((field) => `'${field}', ${facet(field)}`).join(",\n")}
     ) AS facets`,
    parameters.values,
  );
  if (!rows[0]) throw new Error("the count of stations came back empty");
  const { masks, ...facets } = rows[0].facets;
  return { ...facets, status: statesIn(masks) };

  function facet(field: (typeof facetFields)[number]) {
    const group = grouped[field];
    return `(SELECT coalesce(jsonb_agg(f ORDER BY f.count DESC, f.value), '[]') FROM (
      SELECT ${columns[field]} AS value, count(*)::int AS count FROM b
      WHERE ${others(field)} AND ${group} IS NOT NULL GROUP BY ${group} ORDER BY count DESC, 1 LIMIT 12) f)`;
  }
}

const bit = whileConnectedSql((state) => `${1 << connectorStates.indexOf(state)}`);

/** Out of how many stations show which states together, how many show each. */
function statesIn(masks: Partial<Record<string, number>>): { value: ConnectorState; count: number }[] {
  return connectorStates.flatMap((value, bit) => {
    const count = Object.entries(masks).reduce(
      (sum, [mask, stations = 0]) => sum + ((Number(mask) >> bit) & 1 ? stations : 0),
      0,
    );
    return count > 0 ? [{ value, count }] : [];
  });
}
