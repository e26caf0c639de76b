import type { DomainEvent } from "@chargehand/domain/event";
import { connectorStatuses } from "@chargehand/domain/vocabulary";
import type { ConnectorRow, RunningSession, StationRow } from "../server/stations/rows";
import type { LiveEvent, LiveReading } from "./message";

/** What came in about one station. */
export interface StationNews {
  events: LiveEvent[];
  /** With the time of each. */
  readings: { at: number; reading: LiveReading }[];
  seenAt?: number;
}

/** A station with its news; the very same object when nothing of it changed, so that nothing is drawn again. */
export function patchStation<Row extends StationRow>(row: Row, { events, readings, seenAt }: StationNews): Row {
  let next = row;
  for (const event of events) next = afterEvent(next, event);
  for (const { at, reading } of readings) next = afterReading(next, reading, at);
  const heardAt = Math.max(
    seenAt ?? 0,
    ...events.filter(isWord).map(({ receivedAt }) => receivedAt),
    ...readings.map(({ at }) => at),
  );
  return heardAt > (next.lastSeenAt?.getTime() ?? 0) ? { ...next, lastSeenAt: new Date(heardAt) } : next;
}

/** Events that the station itself brought about. */
const isWord = ({ event: { type } }: LiveEvent) =>
  type === "station.connected" ||
  type === "station.booted" ||
  type.startsWith("connector.") ||
  type.startsWith("session.");

function afterEvent<Row extends StationRow>(row: Row, { event, at, receivedAt }: LiveEvent): Row {
  switch (event.type) {
    case "station.connected":
      if (isOlder(receivedAt, row)) return row;
      return { ...row, connected: true, version: event.version, connectedAt: new Date(receivedAt) };
    case "station.disconnected":
      if (isOlder(receivedAt, row)) return row;
      return { ...row, connected: false, disconnectedAt: new Date(receivedAt) };
    case "station.booted":
      return {
        ...row,
        vendor: event.vendor,
        model: event.model,
        firmwareVersion: event.firmwareVersion ?? row.firmwareVersion,
      };
    case "session.started":
    case "session.updated":
      // Some stations say only later at which connector it is.
      return row.connectors.some(({ session }) => session?.id === event.session)
        ? row
        : atPlace(row, event.place, (connector) =>
            connector.session ? connector : { ...connector, session: newSession(event.session, at) },
          );
    case "session.ended":
      return withPower(
        eachConnector(row, (connector) =>
          connector.session?.id === event.session ? { ...connector, session: null } : connector,
        ),
      );
    default:
      return isConnectorEvent(event) ? afterConnectorEvent(row, event, at, receivedAt) : row;
  }
}

/** A word about the connection that is older than what the row already knows: told twice, or overtaken. */
const isOlder = (receivedAt: number, { connectedAt, disconnectedAt }: StationRow) =>
  receivedAt < Math.max(connectedAt?.getTime() ?? 0, disconnectedAt?.getTime() ?? 0);

type ConnectorEvent = Extract<DomainEvent, { type: `connector.${string}` }>;

const isConnectorEvent = (event: DomainEvent): event is ConnectorEvent => event.type.startsWith("connector.");

function afterConnectorEvent<Row extends StationRow>(
  row: Row,
  event: ConnectorEvent,
  at: number,
  receivedAt: number,
): Row {
  const status = event.type === "connector.activity" ? event.status : statusOf(event.type);
  if (!status) return row;
  const { evse, connector = 0 } = event;
  const known = row.connectors.find((each) => each.evse === evse && each.connector === connector);
  if (known && known.receivedAt.getTime() > receivedAt) return row;

  const fault =
    "errorCode" in event
      ? {
          errorCode: event.errorCode ?? null,
          errorInfo: event.errorInfo ?? null,
          vendorErrorCode: event.vendorErrorCode ?? null,
        }
      : noFault;
  const next: ConnectorRow = {
    evse,
    connector,
    session: known?.session ?? null,
    status,
    activity: event.activity ?? null,
    since: new Date(at),
    receivedAt: new Date(receivedAt),
    ...(status === "faulted" ? fault : noFault),
  };
  const connectors = known ? row.connectors.map((each) => (each === known ? next : each)) : [...row.connectors, next];
  return { ...row, connectors: connectors.toSorted((a, b) => a.evse - b.evse || a.connector - b.connector) };
}

const noFault = { errorCode: null, errorInfo: null, vendorErrorCode: null };

const statusOf = (type: string) => connectorStatuses.find((status) => type === `connector.${status}`);

/** A reading moves the session it belongs to; it never makes one, for it may come after the session's end. */
function afterReading<Row extends StationRow>(row: Row, reading: LiveReading, at: number): Row {
  const [, , id, powerW, energyWh, stateOfCharge] = reading;
  return withPower(
    eachConnector(row, (connector) => {
      const { session } = connector;
      if (session === null || session.id !== id) return connector;
      return {
        ...connector,
        session: {
          ...session,
          powerW: powerW ?? session.powerW,
          energyWh: energyWh ?? session.energyWh,
          stateOfCharge: stateOfCharge ?? session.stateOfCharge,
          meterAt: new Date(at),
        },
      };
    }),
  );
}

const newSession = (id: number, at: number): RunningSession => ({
  id,
  startedAt: new Date(at),
  powerW: null,
  energyWh: null,
  stateOfCharge: null,
  meterAt: null,
});

const atPlace = <Row extends StationRow>(
  row: Row,
  place: { evse: number; connector?: number } | undefined,
  change: (connector: ConnectorRow) => ConnectorRow,
): Row =>
  eachConnector(row, (connector) =>
    connector.evse === place?.evse && connector.connector === (place.connector ?? connector.connector)
      ? change(connector)
      : connector,
  );

function eachConnector<Row extends StationRow>(row: Row, change: (connector: ConnectorRow) => ConnectorRow): Row {
  const connectors = row.connectors.map(change);
  return connectors.every((connector, index) => connector === row.connectors[index]) ? row : { ...row, connectors };
}

function withPower<Row extends StationRow>(row: Row): Row {
  const powers = row.connectors.flatMap(({ session }) => (session?.powerW == null ? [] : [session.powerW]));
  const powerW = powers.length > 0 ? powers.reduce((sum, power) => sum + power, 0) : null;
  return powerW === row.powerW ? row : { ...row, powerW };
}
