import type { SessionRow } from "../server/sessions/rows";
import type { LiveEvent, LiveReading } from "./message";

/** What came in about one session. */
export interface SessionNews {
  events: LiveEvent[];
  readings: { at: number; reading: LiveReading }[];
}

/** A session with its news; the very same object when nothing of it changed. */
export function patchSession<Row extends SessionRow>(row: Row, { events, readings }: SessionNews): Row {
  let next = row;
  for (const event of events) next = afterEvent(next, event);
  for (const { at, reading } of readings) next = afterReading(next, reading, at);
  return next;
}

function afterEvent<Row extends SessionRow>(row: Row, { event, at }: LiveEvent): Row {
  switch (event.type) {
    case "session.updated":
      return {
        ...row,
        activity: event.activity ?? row.activity,
        token: event.token ?? row.token,
        evse: event.place?.evse ?? row.evse,
        connector: event.place?.connector ?? row.connector,
      };
    case "session.ended":
      return {
        ...row,
        status: "ended",
        activity: null,
        endedAt: new Date(at),
        endedBy: event.endedBy,
        stopReason: event.reason ?? row.stopReason,
        energyWh: event.energyWh ?? row.energyWh,
      };
    case "session.attention":
      return { ...row, attention: [...event.attention] };
    case "connector.activity":
    case "connector.occupied":
      // OCPP 1.6 tells what goes on of the connector, never of the session.
      if (row.status === "ended" || event.evse !== row.evse || !event.activity) return row;
      return event.activity === row.activity ? row : { ...row, activity: event.activity };
    case "station.connected":
      return withConnected(row, true);
    case "station.disconnected":
      return withConnected(row, false);
    default:
      return row;
  }
}

const withConnected = <Row extends SessionRow>(row: Row, connected: boolean): Row =>
  row.station.connected === connected ? row : { ...row, station: { ...row.station, connected } };

function afterReading<Row extends SessionRow>(
  row: Row,
  [, , , powerW, energyWh, stateOfCharge]: LiveReading,
  at: number,
): Row {
  if (row.status === "ended") return row;
  return {
    ...row,
    powerW: powerW ?? row.powerW,
    energyWh: energyWh ?? row.energyWh,
    stateOfCharge: stateOfCharge ?? row.stateOfCharge,
    meterAt: new Date(at),
  };
}
