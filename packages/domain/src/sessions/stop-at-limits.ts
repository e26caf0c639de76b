import type { Decision } from "../decision";
import { nothing } from "../decision";
import type { StationState } from "../station-state";
import { keepToLimit, passedLimit } from "./limit";

/** Whether a session here has used up what it may: time passes without a word from the station. */
export function isOverLimit({ sessions }: StationState, now: Date): boolean {
  for (const session of sessions.values()) if (session.limit && passedLimit(session, now)) return true;
  return false;
}

/** Ends the sessions that have used up what they may. */
export function stopAtLimits(state: StationState, now: Date): Decision {
  const over = [...state.sessions.values()].filter((session) => passedLimit(session, now));
  const kept = over.map((session) => keepToLimit(session, now));
  const sessions = new Map(state.sessions);
  for (const { session } of kept) if (session.wireId) sessions.set(session.wireId, session);
  return {
    ...nothing({ ...state, sessions }, { type: "acknowledged" }),
    changes: { updated: kept.map(({ session }) => session), followUps: kept.flatMap(({ stop }) => stop) },
    events: kept.map(({ session: { id, activity, place, token } }) => ({
      event: { type: "session.updated", session: id, activity, place, token: token?.value },
      at: now,
      receivedAt: now,
    })),
  };
}
