import { connectorStates } from "../../features/connectors/connector-state";
import type { Context } from "../context";
import type { SqlParameters } from "../sql";
import { shownStateSql, statusesShowing } from "./shown-state";

/** Whether station `s` shows one of these states at any of its connectors. */
export async function statesSql(
  { pool }: Pick<Context, "pool">,
  values: readonly string[],
  parameters: SqlParameters,
): Promise<string> {
  const states = connectorStates.filter((state) => values.includes(state));
  // A disconnected station is offline whether or not it ever named a connector.
  const offline = states.includes("offline") ? ["NOT s.connected"] : [];
  const said = statusesShowing(states);
  if (said.length === 0) return offline.join() || "FALSE";

  const few = await fewSaying({ pool }, said);
  const shown = [
    "s.connected",
    ...(few ? [`s.id = ANY(${parameters.add(few)}::int[])`] : []),
    `EXISTS (SELECT FROM connector c WHERE c.station_id = s.id AND ${shownStateSql} = ANY(${parameters.add(states)}))`,
  ].join(" AND ");
  return [...offline, shown].join(" OR ");
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
