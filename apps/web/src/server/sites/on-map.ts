import { sqlParameters } from "../sql";
import type { Lookup } from "../stations/field-sql";
import { stationsWhere } from "../stations/filter";
import { type Fares, faresSql } from "./fares-sql";

/** A site where it stands, with how those of its stations fare that are asked for. */
export interface SiteOnMap extends Fares {
  id: number;
  name: string;
  /** Null: nobody has said where it is. */
  latitude: number | null;
  longitude: number | null;
}

/** Sites with the stations that match a filter; of no filter all sites, also those without stations. */
export async function sitesOnMap(lookup: Lookup, q: string): Promise<SiteOnMap[]> {
  const parameters = sqlParameters();
  const where = await stationsWhere(lookup, q, parameters);
  const { rows } = await lookup.pool.query<SiteOnMap>(
    `SELECT site.id, site.name, site.latitude, site.longitude, ${faresSql}
     FROM site ${q.trim() === "" ? "LEFT " : ""}JOIN station s ON s.site_id = site.id AND (${where.without()})
     GROUP BY site.id ORDER BY site.name, site.id LIMIT 10000`,
    parameters.values,
  );
  return rows;
}
