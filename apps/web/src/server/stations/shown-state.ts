import { activities, type ConnectorStatus, connectorStatuses } from "@chargehand/domain/vocabulary";
import { type ConnectorState, connectorState } from "../../features/connectors/connector-state";

const whileOccupied = (activity?: (typeof activities)[number]) =>
  connectorState({ status: "occupied", activity, connected: true });

/**
 * What an operator sees of connector `c` of a connected station, inside a statement: the console's own decision, asked for
 * every status and activity once, so that what is counted and what is shown can never disagree. `say` names a state in SQL.
 */
export const whileConnectedSql = (say: (state: ConnectorState) => string) => `CASE
  ${connectorStatuses
    .filter((status) => status !== "occupied")
    .map((status) => `WHEN c.status = '${status}' THEN ${say(connectorState({ status, connected: true }))}`)
    .join("\n  ")}
  ${activities.map((activity) => `WHEN c.activity = '${activity}' THEN ${say(whileOccupied(activity))}`).join("\n  ")}
  ELSE ${say(whileOccupied())} END`;

/** The same of any station `s`. */
export const shownStateSql = `CASE WHEN NOT s.connected THEN '${connectorState({ status: "available", connected: false })}'
  ELSE ${whileConnectedSql((state) => `'${state}'`)} END`;

/** What connectors of connected stations can have said that are shown in one of these states. */
export const statusesShowing = (states: readonly ConnectorState[]): ConnectorStatus[] =>
  connectorStatuses.filter((status) => statesOf(status).some((state) => states.includes(state)));

const statesOf = (status: ConnectorStatus): ConnectorState[] =>
  status === "occupied"
    ? [whileOccupied(), ...activities.map(whileOccupied)]
    : [connectorState({ status, connected: true })];
