import { approvals } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import { type ConnectorState, connectorStates } from "../../features/connectors/connector-state";
import type { Context } from "../context";
import { containing, type SqlParameters } from "../sql";
import { shownStateSql, statusesShowing } from "./shown-state";

export const ocppVersions = ["1.6", "2.0.1", "2.1"] as const;

/** Which stations are meant; every part narrows it. */
export const stationFilter = z.object({
  /** Words that all must be found in the names of the station, its maker, its firmware or its site. */
  text: z.string().trim().max(200).optional(),
  states: z.array(z.enum(connectorStates)).max(connectorStates.length).optional(),
  versions: z.array(z.enum(ocppVersions)).max(ocppVersions.length).optional(),
  /** By name, as they stand in an address. */
  sites: z.array(z.string().max(200)).max(200).optional(),
  approvals: z.array(z.enum(approvals)).max(approvals.length).default(["approved"]),
});
export type StationFilter = z.output<typeof stationFilter>;

/** The conditions of a filter over station `s`, each apart, so that counts can leave their own one out. */
export async function filterSql(
  { pool }: Pick<Context, "pool">,
  { text, states, versions, sites, approvals }: StationFilter,
  parameters: SqlParameters,
) {
  const words = (text ? text.split(/\s+/) : []).map(containing);
  // Found first: whoever plans the statement must know how few they are, or it reads every station instead.
  const sitesOf = await Promise.all(words.map((word) => sitesWith({ pool }, "lower(name) LIKE $1", word)));
  const inSites = sites && (await sitesWith({ pool }, "name = ANY($1)", sites));
  return {
    always: [
      `s.approval = ANY(${parameters.add(approvals)})`,
      ...words.map(
        (word, index) =>
          `(${wordsOfStation} LIKE ${parameters.add(word)} OR s.site_id = ANY(${parameters.add(sitesOf[index])}::int[]))`,
      ),
    ].join(" AND "),
    state: states ? await stateSql({ pool }, states, parameters) : "TRUE",
    version: versions ? `s.version = ANY(${parameters.add(versions)})` : "TRUE",
    site: inSites ? `s.site_id = ANY(${parameters.add(inSites)}::int[])` : "TRUE",
  };
}

async function sitesWith({ pool }: Pick<Context, "pool">, condition: string, value: string | string[]) {
  const { rows } = await pool.query<{ id: number }>(`SELECT id FROM site WHERE ${condition}`, [value]);
  return rows.map(({ id }) => id);
}

// The index `station_words` is over exactly this expression.
const wordsOfStation = `lower(s.identity || ' ' || coalesce(s.name, '') || ' ' || coalesce(s.vendor, '') || ' ' ||
  coalesce(s.model, '') || ' ' || coalesce(s.serial_number, '') || ' ' || coalesce(s.firmware_version, ''))`;

async function stateSql(
  { pool }: Pick<Context, "pool">,
  states: readonly ConnectorState[],
  parameters: SqlParameters,
): Promise<string> {
  // A disconnected station is offline whether or not it ever named a connector.
  const offline = states.includes("offline") ? ["NOT s.connected"] : [];
  const said = statusesShowing(states);
  if (said.length === 0) return `(${offline.join() || "FALSE"})`;

  const few = await fewSaying({ pool }, said);
  const shown = [
    "s.connected",
    ...(few ? [`s.id = ANY(${parameters.add(few)}::int[])`] : []),
    `EXISTS (SELECT FROM connector c WHERE c.station_id = s.id AND ${shownStateSql} = ANY(${parameters.add(states)}))`,
  ].join(" AND ");
  return `(${[...offline, shown].join(" OR ")})`;
}

/** The stations that said something rare, found first as well; undefined when they are many. */
async function fewSaying({ pool }: Pick<Context, "pool">, statuses: string[]): Promise<number[] | undefined> {
  const { rows } = await pool.query<{ id: number }>(
    "SELECT station_id AS id FROM connector WHERE status = ANY($1) LIMIT $2",
    [statuses, most + 1],
  );
  return rows.length > most ? undefined : rows.map(({ id }) => id);
}

const most = 5_000;
