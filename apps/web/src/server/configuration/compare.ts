import { sameValue } from "@chargehand/domain/commands/same-value";
import type { VariableRef } from "@chargehand/domain/variable";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import type { Context } from "../context";
import { Refused } from "../errors";
import { cursorOf, windowOf } from "../paging";
import { chosenSql, chosenStations } from "../stations/chosen";
import { secretPattern } from "../variables/secrets";
import { isWholeSql } from "./knowledge";

/** More columns nobody reads. */
const mostStations = 300;

export const comparison = z.object({
  chosen: chosenStations,
  /** Also what is the same everywhere. */
  all: z.boolean().default(false),
  /** Also what no station lets anybody write: serial numbers, clocks, meters. They differ by nature. */
  facts: z.boolean().default(false),
  limit: z.int().min(1).max(200).default(60),
  cursor: cursorOf(z.tuple([z.string()])).optional(),
});

export interface ComparedStation {
  id: number;
  identity: string;
  version?: OcppVersion;
}

/** One variable, as each of the stations has it. */
export interface ComparedRow {
  key: string;
  variable: VariableRef;
  /** What most of those have that told it. */
  majority?: string;
  /** The values there are, the most frequent first. */
  values: string[];
  /** No station lets it be written. */
  isReadOnly: boolean;
  /** In the order of the stations. A value is never a word of ours, so those stand in an object. */
  cells: ComparedCell[];
}

/** `never-read`: nobody knows. `absent`: the station told all it has, and this is not among it. */
export type ComparedCell = { value: string } | { is: "never-read" | "absent" };

/** Some stations beside each other, a window of their variables at a time, by name. */
export async function compareStations(
  context: Pick<Context, "pool" | "prisma" | "clock">,
  { chosen, all, facts, limit, cursor }: z.output<typeof comparison>,
) {
  const { condition, parameters } = await chosenSql(context, chosen);
  const { rows: stations } = await context.pool.query<StationSqlRow>(
    `SELECT s.id, s.identity, s.version, ${isWholeSql} AS whole FROM station s WHERE ${condition} ORDER BY s.identity LIMIT ${mostStations + 1}`,
    parameters.values,
  );
  if (stations.length > mostStations) {
    throw new Refused(`More than ${mostStations} stations cannot be compared at once: narrow them down.`);
  }
  const { rows } = await context.pool.query<RowSqlRow>(
    `SELECT v.key, (array_agg(v.component))[1] AS component, (array_agg(v.component_instance))[1] AS component_instance,
       (array_agg(v.evse))[1] AS evse, (array_agg(v.connector))[1] AS connector, (array_agg(v.name))[1] AS name,
       (array_agg(v.instance))[1] AS instance, bool_and(coalesce(v.mutability = 'read-only', false)) AS read_only,
       jsonb_object_agg(v.station_id, v.value) AS said
     FROM variable v
     WHERE v.station_id = ANY ($1::int[]) AND v.attribute = 'actual' AND ($2::text IS NULL OR v.key > $2)
       AND v.name !~* $5 AND v.mutability IS DISTINCT FROM 'write-only'
     GROUP BY v.key
     HAVING ($3 OR count(DISTINCT lower(replace(v.value, ' ', ''))) > 1)
       AND ($6 OR bool_and(v.mutability = 'read-only') IS NOT TRUE)
     ORDER BY v.key LIMIT $4`,
    [stations.map(({ id }) => id), cursor?.[0] ?? null, all, limit + 1, secretPattern, facts],
  );
  const window = windowOf(rows, limit, ({ key }) => [key]);
  return {
    stations: stations.map(
      ({ id, identity, version }): ComparedStation => ({ id, identity, version: version ?? undefined }),
    ),
    // Stations respell numbers and lists, which the statement does not know.
    rows: window.rows.map((row) => toRow(row, stations)).filter((row) => all || differs(row)),
    next: window.next,
  };
}

interface StationSqlRow {
  id: number;
  identity: string;
  version: OcppVersion | null;
  whole: boolean;
}

interface RowSqlRow {
  key: string;
  component: string;
  component_instance: string | null;
  evse: number | null;
  connector: number | null;
  name: string;
  instance: string | null;
  read_only: boolean;
  said: Record<string, string | null>;
}

function toRow({ said, read_only, ...row }: RowSqlRow, stations: readonly StationSqlRow[]): ComparedRow {
  const values = byFrequency(Object.values(said).filter((value) => value !== null));
  return {
    key: row.key,
    variable: {
      component: row.component,
      componentInstance: row.component_instance ?? undefined,
      evse: row.evse ?? undefined,
      connector: row.connector ?? undefined,
      name: row.name,
      instance: row.instance ?? undefined,
    },
    majority: values[0],
    values,
    isReadOnly: read_only,
    cells: stations.map(({ id, whole }): ComparedCell => {
      const value = said[id];
      if (value !== undefined && value !== null) return { value };
      return { is: value === undefined && whole ? "absent" : "never-read" };
    }),
  };
}

const differs = ({ values, majority = "" }: ComparedRow) => values.some((value) => !sameValue(value, majority));

/** Each value once, the most frequent first; of those that are as frequent, in the order of the alphabet. */
function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([value]) => value);
}
