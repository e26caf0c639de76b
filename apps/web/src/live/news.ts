import type { LiveEvent, LiveMessage } from "./message";
import type { SessionNews } from "./patch-session";
import type { StationNews } from "./patch-station";

/** What came in, by whom it is about. */
export interface News {
  events: LiveEvent[];
  stations: ReadonlyMap<number, StationNews>;
  sessions: ReadonlyMap<number, SessionNews>;
}

/** Sorts messages by station and by session, each in the order in which it happened. */
export function gatherNews(messages: readonly LiveMessage[]): News {
  const events: LiveEvent[] = [];
  const stations = new Map<number, StationNews>();
  const sessions = new Map<number, SessionNews>();
  const ofStation = (id: number) => found(stations, id, () => ({ events: [], readings: [] }));
  const ofSession = (id: number) => found(sessions, id, () => ({ events: [], readings: [] }));

  for (const message of messages) {
    switch (message.kind) {
      case "events":
        for (const event of message.events) {
          events.push(event);
          if (event.station !== undefined) ofStation(event.station).events.push(event);
          if ("session" in event.event) ofSession(event.event.session).events.push(event);
        }
        break;
      case "readings":
        for (const reading of message.readings) {
          const [station, , session] = reading;
          ofStation(station).readings.push({ at: message.at, reading });
          if (session !== null) ofSession(session).readings.push({ at: message.at, reading });
        }
        break;
      case "seen":
        for (const [station, at] of message.seen) ofStation(station).seenAt = at;
        break;
    }
  }
  return { events, stations, sessions };
}

/** What concerns a session: its own news, whether its station is there at all, and what goes on at the connectors. */
export function sessionNews({ sessions, stations }: News, session: number, station: number): SessionNews | undefined {
  const own = sessions.get(session);
  const ofStation = stations.get(station)?.events.filter(({ event: { type } }) => isAboutItsPlace(type)) ?? [];
  if (!own && ofStation.length === 0) return undefined;
  return { events: [...ofStation, ...(own?.events ?? [])], readings: own?.readings ?? [] };
}

const isAboutItsPlace = (type: string) =>
  type === "station.connected" || type === "station.disconnected" || type.startsWith("connector.");

function found<Value>(map: Map<number, Value>, key: number, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
