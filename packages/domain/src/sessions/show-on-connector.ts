import { connectorEvent } from "../connectors/connector-event";
import type { TimedEvent } from "../event";
import { type ConnectorState, placeKey, type SessionState, type StationState } from "../station-state";
import { stationTime } from "../station-time";

/**
 * In 2.x only the session tells what goes on at a connector. Undefined when nothing changes, or when the session's
 * connector is not known: a number that was not said is not guessed.
 */
export function showOnConnector(
  state: StationState,
  session: SessionState,
  { at, receivedAt }: { at: Date; receivedAt: Date },
): { connector: ConnectorState; connectors: StationState["connectors"]; event: TimedEvent } | undefined {
  const before = connectorOf(state, session);
  if (!before || (session.status === "open" && !session.activity)) return undefined;
  const activity = session.status === "open" ? session.activity : before.status === "occupied" ? "unplug" : undefined;
  if (activity === before.activity) return undefined;
  const connector: ConnectorState = { ...before, activity, receivedAt };
  return {
    connector,
    connectors: new Map(state.connectors).set(placeKey(connector.place), connector),
    // The connector keeps the time of its own last status, by which a replay of one is known; what the session shows
    // at it happened when the session said so.
    event: { ...connectorEvent(before, connector, receivedAt), at: stationTime(at, receivedAt).at },
  };
}

function connectorOf(state: StationState, { place }: SessionState): ConnectorState | undefined {
  if (!place) return undefined;
  const atEvse = [...state.connectors.values()].filter((connector) => connector.place.evse === place.evse);
  if (place.connector !== undefined) return atEvse.find((connector) => connector.place.connector === place.connector);
  if (atEvse.length === 1) return atEvse[0];
  const occupied = atEvse.filter(({ status }) => status === "occupied");
  return occupied.length === 1 ? occupied[0] : undefined;
}
