import type { ConnectorState } from "../../features/connectors/connector-state";
import type { Context } from "../context";
import { sqlParameters } from "../sql";
import { filterSql, type StationFilter } from "./filter";
import { shownStateSql } from "./shown-state";

export interface StationFacets {
  /** Stations of the network, and those of them that match. */
  all: number;
  matching: number;
  states: Partial<Record<ConnectorState, number>>;
  versions: { value: string; count: number }[];
  sites: { value: string; count: number }[];
}

/** How many stations each further choice would leave. Every kind of choice is counted without itself. */
export async function countStations({ pool }: Pick<Context, "pool">, filter: StationFilter): Promise<StationFacets> {
  const parameters = sqlParameters();
  const { always, state, version, site } = await filterSql({ pool }, filter, parameters);

  const { rows } = await pool.query<{ facets: StationFacets }>(
    `WITH base AS MATERIALIZED (
       SELECT s.id, s.connected, s.version, s.site_id, site.name AS site_name,
         ${state} AS by_state, ${version} AS by_version, ${site} AS by_site
       FROM station s LEFT JOIN site ON site.id = s.site_id WHERE ${always}
     ), states AS (
       SELECT state, count(DISTINCT id)::int AS count FROM (
         SELECT s.id, ${shownStateSql} AS state FROM base s JOIN connector c ON c.station_id = s.id
         WHERE s.by_version AND s.by_site AND s.connected
         UNION ALL
         SELECT s.id, 'offline' FROM base s WHERE s.by_version AND s.by_site AND NOT s.connected
       ) AS each GROUP BY state
     ), versions AS (
       SELECT version AS value, count(*)::int AS count FROM base
       WHERE by_state AND by_site AND version IS NOT NULL GROUP BY version ORDER BY version
     ), sites AS (
       SELECT site_name AS value, count(*)::int AS count FROM base
       WHERE by_state AND by_version AND site_name IS NOT NULL GROUP BY site_name ORDER BY site_name
     )
     SELECT jsonb_build_object(
       'all', (SELECT count(*) FROM station WHERE approval = 'approved'),
       'matching', (SELECT count(*) FROM base WHERE by_state AND by_version AND by_site),
       'states', (SELECT coalesce(jsonb_object_agg(state, count), '{}') FROM states),
       'versions', (SELECT coalesce(jsonb_agg(versions), '[]') FROM versions),
       'sites', (SELECT coalesce(jsonb_agg(sites), '[]') FROM sites)
     ) AS facets`,
    parameters.values,
  );
  const facets = rows[0]?.facets;
  if (!facets) throw new Error("the count of stations came back empty");
  return facets;
}
