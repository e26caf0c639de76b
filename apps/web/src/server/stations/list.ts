import { z } from "zod";
import type { Context } from "../context";
import { cursorOf, windowOf } from "../paging";
import { sqlParameters } from "../sql";
import { filterSql, type StationFilter, stationFilter } from "./filter";
import { connectorsSql, type StationRow, type StationSqlRow, stationColumns, toStationRow } from "./rows";

export const stationSorts = ["identity", "site", "seen", "since", "power", "version"] as const;

export const stationList = z.object({
  filter: stationFilter.prefault({}),
  sort: z.enum(stationSorts).default("identity"),
  descending: z.boolean().default(false),
  limit: z.int().min(1).max(500).default(200),
  cursor: cursorOf(z.tuple([z.union([z.string(), z.number()]), z.int()])).optional(),
});

/** A window of the stations table, in one statement: connectors and what runs at them come along. */
export async function listStations(
  { pool }: Pick<Context, "pool">,
  { filter, sort, descending, limit, cursor }: z.output<typeof stationList>,
): Promise<{ rows: StationRow[]; next?: string }> {
  const parameters = sqlParameters();
  const { always, state, version, site } = await filterSql({ pool }, filter, parameters);
  const { key, type } = sortKeys[sort];
  const order = descending ? "DESC" : "ASC";
  const after = cursor
    ? `WHERE (key, id) ${descending ? "<" : ">"} (${parameters.add(cursor[0])}::${type}, ${parameters.add(cursor[1])}::int)`
    : "";

  const { rows } = await pool.query<StationSqlRow & { key: string | number }>(
    `WITH matching AS (
       SELECT s.id, ${key} AS key FROM station s LEFT JOIN site ON site.id = s.site_id
       WHERE ${always} AND ${state} AND ${version} AND ${site}
     ), shown AS (
       SELECT id, key FROM matching ${after} ORDER BY key ${order}, id ${order} LIMIT ${parameters.add(limit + 1)}
     )
     SELECT shown.key, ${stationColumns}, ${connectorsSql} AS connectors
     FROM shown JOIN station s ON s.id = shown.id LEFT JOIN site ON site.id = s.site_id
     ORDER BY shown.key ${order}, shown.id ${order}`,
    parameters.values,
  );
  const window = windowOf(rows, limit, ({ key, id }) => [key, id]);
  return { rows: window.rows.map(toStationRow), next: window.next };
}

/** Some stations by their numbers, as the table shows them: for rows that changed. */
export async function stationRows({ pool }: Pick<Context, "pool">, ids: number[]): Promise<StationRow[]> {
  const { rows } = await pool.query<StationSqlRow>(
    `SELECT ${stationColumns}, ${connectorsSql} AS connectors
     FROM station s LEFT JOIN site ON site.id = s.site_id WHERE s.id = ANY($1::int[]) ORDER BY s.identity`,
    [ids],
  );
  return rows.map(toStationRow);
}

/** The numbers of all stations that match, so that a list which stands still can tell who came to match since. */
export async function matchingStations({ pool }: Pick<Context, "pool">, filter: StationFilter): Promise<number[]> {
  const parameters = sqlParameters();
  const { always, state, version, site } = await filterSql({ pool }, filter, parameters);
  const { rows } = await pool.query<{ id: number }>(
    `SELECT s.id FROM station s LEFT JOIN site ON site.id = s.site_id
     WHERE ${always} AND ${state} AND ${version} AND ${site} ORDER BY s.id LIMIT 10000`,
    parameters.values,
  );
  return rows.map(({ id }) => id);
}

// A key is never null and survives a trip through JSON unchanged, so that the next window begins exactly after the last.
const sortKeys = {
  identity: { key: "s.identity", type: "text" },
  site: { key: "coalesce(site.name, '') || ' ' || s.identity", type: "text" },
  version: { key: "coalesce(s.version, '') || ' ' || s.identity", type: "text" },
  seen: { key: "coalesce(extract(epoch FROM s.last_seen_at) * 1000, 0)::float8", type: "float8" },
  since: {
    key: `coalesce((SELECT extract(epoch FROM max(coalesce(c.at, c.received_at))) * 1000 FROM connector c WHERE c.station_id = s.id), 0)::float8`,
    type: "float8",
  },
  power: {
    key: `coalesce((SELECT sum(x.power_w) FROM session x WHERE x.station_id = s.id AND x.status = 'open'), 0)::float8`,
    type: "float8",
  },
} as const satisfies Record<(typeof stationSorts)[number], { key: string; type: string }>;
