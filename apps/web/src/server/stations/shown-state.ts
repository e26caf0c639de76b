import { activities, type ConnectorStatus, connectorStatuses } from "@chargehand/domain/vocabulary";
import { type ConnectorState, connectorState } from "../../features/connectors/connector-state";

const whileOccupied = (activity?: (typeof activities)[number]) =>
  connectorState({ status: "occupied", activity, connected: true });

/**
 * What an operator sees of connector `c` of station `s`, inside a statement: the console's own decision, asked for
 * every activity once, so that what is counted and what is shown can never disagree.
 */
export const shownStateSql = `CASE
  WHEN NOT s.connected THEN '${connectorState({ status: "available", connected: false })}'
  WHEN c.status = 'unavailable' THEN '${connectorState({ status: "unavailable", connected: true })}'
  WHEN c.status <> 'occupied' THEN c.status
  ${activities.map((activity) => `WHEN c.activity = '${activity}' THEN '${whileOccupied(activity)}'`).join("\n  ")}
  ELSE '${whileOccupied()}' END`;

/** What connectors of connected stations can have said that are shown in one of these states. */
export const statusesShowing = (states: readonly ConnectorState[]): ConnectorStatus[] =>
  connectorStatuses.filter((status) => statesOf(status).some((state) => states.includes(state)));

const statesOf = (status: ConnectorStatus): ConnectorState[] =>
  status === "occupied"
    ? [whileOccupied(), ...activities.map(whileOccupied)]
    : [connectorState({ status, connected: true })];
