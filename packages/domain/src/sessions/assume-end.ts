import type { SessionReport } from "../report";
import type { SessionState, StationState } from "../station-state";
import { withAttention } from "./attention";

/**
 * A start on an evse where a session is open means that the old one's end was lost (or is still on its way, and will
 * then replace our assumption). A start that happened before the open one is only late itself.
 */
export function endedByNextStart(
  state: StationState,
  started: SessionState,
  report: SessionReport,
  receivedAt: Date,
): SessionState[] {
  if (report.phase !== "started" || !started.startedAt || !started.place) return [];
  const { startedAt, place, id } = started;
  return openAt(state, place.evse)
    .filter((session) => session.id !== id && (session.startedAt ?? session.receivedAt) <= startedAt)
    .map((session) => assumeEnd(session, session.meterAt ?? startedAt, receivedAt));
}

/** A start that comes late, when another session has begun at its evse since, is of one whose end is still on its way or lost. */
export function endedByLaterStart(
  state: StationState,
  started: SessionState,
  report: SessionReport,
  receivedAt: Date,
): SessionState {
  const { startedAt, place, id, status } = started;
  if (report.phase !== "started" || status !== "open" || !startedAt || !place) return started;
  const isOver = [...state.sessions.values()].some(
    (other) => other.id !== id && other.place?.evse === place.evse && other.startedAt && other.startedAt > startedAt,
  );
  return isOver ? assumeEnd(started, started.meterAt ?? startedAt, receivedAt) : started;
}

/**
 * A station that booted and then has an evse available lost the session it had there, and some never say so. If its
 * end waits in the station's queue it will replace our assumption.
 */
export function endedByBoot(state: StationState, evse: number, receivedAt: Date): SessionState[] {
  const { bootedAt, connectors } = state;
  const free = [...connectors.values()]
    .filter(({ place }) => place.evse === evse)
    .every(({ status }) => status === "available");
  if (!bootedAt || !free) return [];
  return openAt(state, evse)
    .filter((session) => session.receivedAt < bootedAt)
    .map((session) => assumeEnd(session, session.meterAt ?? bootedAt, receivedAt));
}

const openAt = (state: StationState, evse: number) =>
  [...state.sessions.values()].filter(({ status, place }) => status === "open" && place?.evse === evse);

function assumeEnd(session: SessionState, endedAt: Date, receivedAt: Date): SessionState {
  const ended: SessionState = {
    ...session,
    status: "ended",
    endedBy: "assumed",
    endedAt: session.closedAt ?? endedAt,
    endReceivedAt: receivedAt,
    meterEndWh: session.meterWh,
    powerW: undefined,
    activity: undefined,
  };
  // What a person has decided about does not ask for one again.
  return session.closedAt ? ended : withAttention(ended, "end-assumed");
}
