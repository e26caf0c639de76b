import type { SessionState, StationState } from "../station-state";
import { foldToken, type TokenRef } from "../vocabulary";

/** Whether it goes on, as far as its station and everybody else has said. */
export const isRunning = ({ status, closedAt }: SessionState): boolean => status === "open" && closedAt === undefined;

/** The session that runs at an evse; a station has at most one there. */
export function openSessionAt(state: StationState, evse: number): SessionState | undefined {
  for (const session of state.sessions.values()) {
    if (isRunning(session) && session.place?.evse === evse) return session;
  }
  return undefined;
}

/**
 * 1.6 stations that never heard our number end their session as -1: the one open session that fits in token, time and
 * meter is meant, and if more than one fits, none is.
 */
export function sessionMeantBy(
  state: StationState,
  end: { at: Date; token?: TokenRef; meterWh?: number },
): SessionState | undefined {
  const repeated = [...state.sessions.values()].find(
    ({ endedBy, endedAt, meterEndWh }) =>
      endedBy === "station" && endedAt?.getTime() === end.at.getTime() && meterEndWh === end.meterWh,
  );
  if (repeated) return repeated;
  const fitting = [...state.sessions.values()].filter(
    ({ status, token, startedAt, meterStartWh }) =>
      status === "open" &&
      (!end.token || !token || foldToken(end.token.value) === foldToken(token.value)) &&
      (!startedAt || startedAt <= end.at) &&
      (end.meterWh === undefined || meterStartWh === undefined || end.meterWh >= meterStartWh),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** 1.6 names sessions by positive integers; anything else on the wire is no name of ours. */
export const isSessionNumber = (wireId: string) => /^[1-9]\d{0,9}$/.test(wireId);
