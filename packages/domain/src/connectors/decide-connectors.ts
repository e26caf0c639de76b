import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { TimedEvent } from "../event";
import type { Facts } from "../facts";
import type { HoldingChange } from "../holding";
import type { ConnectorReport, ReportOf } from "../report";
import { reservationsDropped } from "../reservations/reservations-over";
import { endedByBoot } from "../sessions/assume-end";
import { openSessionAt } from "../sessions/find-session";
import { sessionEvents } from "../sessions/session-events";
import { type ConnectorState, placeKey, type SessionState, type StationState } from "../station-state";
import { stationTime } from "../station-time";
import { connectorEvent } from "./connector-event";

/** Connectors said what they are. Only a change is written and told; a repetition, or an old status replayed, is not. */
export function decideConnectors(
  state: StationState,
  { connectors }: ReportOf<"connector-status">,
  _facts: Facts,
  { receivedAt }: Circumstances,
): Decision<"connector-status"> {
  const changed: ConnectorState[] = [];
  const events: TimedEvent[] = [];
  const notes: string[] = [];
  const known = new Map(state.connectors);
  for (const report of connectors) {
    const before = known.get(placeKey(connectorPlace(report)));
    if (before && isReplay(before, report)) {
      notes.push("older than the connector's last status: kept, not applied");
      continue;
    }
    const after = connectorFrom(state, report, before, receivedAt);
    if (before && sameState(before, after)) continue;
    known.set(placeKey(after.place), after);
    changed.push(after);
    events.push(connectorEvent(before, after, receivedAt));
  }
  const ended = lostByBoot({ ...state, connectors: known }, connectors, receivedAt);
  const dropped = reservationsDropped(state, changed, receivedAt);
  const contradiction = contradictionIn(connectors);
  const holdings = [...(dropped?.holdings ?? []), ...contradiction];
  if (changed.length === 0 && ended.length === 0 && contradiction.length === 0) {
    return { ...nothing(state, { type: "acknowledged" }), notes };
  }
  return {
    state: { ...state, connectors: known, sessions: withSessions(state.sessions, ended) },
    outcome: { type: "acknowledged" },
    changes: { connectors: changed, updated: ended, ...(holdings.length > 0 && { holdings }) },
    events: [
      ...events,
      ...ended.flatMap((session) => sessionEvents(state.sessions.get(session.wireId ?? ""), session, receivedAt)),
      ...(dropped ? dropped.events : []),
    ],
    notes,
  };
}

/** Kept with the time we heard it: whoever brings lists to stations compares it with when it last looked. */
const contradictionIn = (reports: readonly ConnectorReport[]): HoldingChange[] =>
  reports.some(({ listContradicts }) => listContradicts)
    ? [{ do: "set", kind: "local-list", key: "conflict", value: { contradicts: true } }]
    : [];

function lostByBoot(state: StationState, reports: readonly ConnectorReport[], receivedAt: Date): SessionState[] {
  const evses = new Set(reports.filter(({ status }) => status === "available").map(({ place }) => place.evse));
  return [...evses].flatMap((evse) => endedByBoot(state, evse, receivedAt));
}

function withSessions(sessions: StationState["sessions"], changed: readonly SessionState[]): StationState["sessions"] {
  if (changed.length === 0) return sessions;
  return new Map([...sessions, ...changed.map((session) => [session.wireId ?? "", session] as const)]);
}

function connectorFrom(
  state: StationState,
  report: ConnectorReport,
  before: ConnectorState | undefined,
  receivedAt: Date,
): ConnectorState {
  const { status, errorCode, errorInfo, vendorErrorCode } = report;
  const place = connectorPlace(report);
  return {
    place,
    status,
    activity: report.activity ?? activityOf(state, status, before, place.evse),
    at: report.at && stationTime(report.at, receivedAt).at,
    receivedAt,
    errorCode,
    errorInfo,
    vendorErrorCode,
  };
}

/** 2.x does not say with the status what goes on: the session does. A cable still in after a session waits to be unplugged. */
function activityOf(state: StationState, status: string, before: ConnectorState | undefined, evse: number) {
  if (status !== "occupied") return undefined;
  return openSessionAt(state, evse)?.activity ?? (before?.activity === "unplug" ? "unplug" : "connected");
}

/** Some stations replay old statuses after an outage (a fault is worth hearing late). */
const isReplay = (before: ConnectorState, report: ConnectorReport) =>
  report.status !== "faulted" && before.at !== undefined && report.at !== undefined && report.at < before.at;

const sameState = (a: ConnectorState, b: ConnectorState) =>
  a.status === b.status &&
  a.activity === b.activity &&
  a.errorCode === b.errorCode &&
  a.errorInfo === b.errorInfo &&
  a.vendorErrorCode === b.vendorErrorCode;

/** A status of an evse as a whole is kept as its connector 0. */
const connectorPlace = ({ place }: ConnectorReport) => ({ evse: place.evse, connector: place.connector ?? 0 });
