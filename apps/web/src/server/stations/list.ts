import { z } from "zod";
import type { Context } from "../context";
import { cursorOf, windowOf } from "../paging";
import { sqlParameters } from "../sql";
import type { Lookup } from "./field-sql";
import { stationQuestion, stationsWhere } from "./filter";
import { connectorsSql, type StationRow, type StationSqlRow, stationColumns, toStationRow } from "./rows";
import { sortKeys, stationSorts } from "./sorts";

export const stationList = stationQuestion.extend({
  sort: z.enum(stationSorts).default("identity"),
  descending: z.boolean().default(false),
  limit: z.int().min(1).max(500).default(200),
  cursor: cursorOf(z.tuple([z.union([z.string(), z.number()]), z.int()])).optional(),
});

/** A window of the stations table, in one statement: connectors and what runs at them come along. */
export async function listStations(
  lookup: Lookup,
  { q, sort, descending, limit, cursor }: z.output<typeof stationList>,
): Promise<{ rows: StationRow[]; next?: string }> {
  const parameters = sqlParameters();
  const where = await stationsWhere(lookup, q, parameters);
  const { key, type, ...sorted } = sortKeys[sort];
  const order = descending ? "DESC" : "ASC";
  const after = cursor
    ? `AND (${key}, s.id) ${descending ? "<" : ">"} (${parameters.add(cursor[0])}::${type}, ${parameters.add(cursor[1])}::int)`
    : "";

  const { rows } = await lookup.pool.query<StationSqlRow & { key: string | number }>(
    `WITH shown AS (
       SELECT s.id, ${key} AS key FROM station s ${"join" in sorted ? sorted.join : ""}
       WHERE ${where.without()} ${after} ORDER BY ${key} ${order}, s.id ${order} LIMIT ${parameters.add(limit + 1)}
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
export async function matchingStations(lookup: Lookup, q: string): Promise<number[]> {
  const parameters = sqlParameters();
  const where = await stationsWhere(lookup, q, parameters);
  const { rows } = await lookup.pool.query<{ id: number }>(
    `SELECT s.id FROM station s WHERE ${where.without()} ORDER BY s.id LIMIT 10000`,
    parameters.values,
  );
  return rows.map(({ id }) => id);
}

/** How many stations match. */
export async function countMatching(lookup: Lookup, q: string): Promise<number> {
  const parameters = sqlParameters();
  const where = await stationsWhere(lookup, q, parameters);
  const { rows } = await lookup.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM station s WHERE ${where.without()}`,
    parameters.values,
  );
  return rows[0]?.count ?? 0;
}
