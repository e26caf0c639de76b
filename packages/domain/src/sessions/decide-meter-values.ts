import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { FactNeeded, Facts } from "../facts";
import type { Reading } from "../reading";
import type { MeterReport } from "../report";
import type { SessionState, StationState } from "../station-state";
import { isSince2012 } from "../station-time";
import { isSessionNumber, openSessionAt } from "./find-session";
import { keepToLimit } from "./limit";
import { mergeReadings } from "./merge-readings";
import { sessionEvents } from "./session-events";

/** A session that is named and not in hand may have ended long ago, and these are its late values. */
export function meterFacts(state: StationState, { session }: MeterReport, facts: Facts): FactNeeded[] {
  if (session === undefined || state.sessions.has(session) || facts.session || !isSessionNumber(session)) return [];
  return [{ fact: "session", wireId: session }];
}

/** Meter values are always kept. They belong to the session they name, else to the one open at their evse, else to the evse alone. */
export function decideMeterValues(
  state: StationState,
  report: MeterReport,
  facts: Facts,
  { receivedAt }: Circumstances,
): Decision<"meter-values"> {
  const { place, readings } = report;
  const session = sessionOf(state, report, facts);
  const samples = readings.map((reading) => ({ session: session?.id, place, reading }));
  if (!session || session.endedBy === "station" || readings.length === 0) {
    return { ...nothing(state, { type: "acknowledged" }), changes: { samples }, session: session?.id };
  }
  const merged = extendAssumedEnd(mergeReadings(session, readings));
  const { session: after, stop } = keepToLimit(merged, receivedAt);
  return {
    state: session.wireId ? { ...state, sessions: new Map(state.sessions).set(session.wireId, after) } : state,
    outcome: { type: "acknowledged" },
    changes: { samples, updated: [after], ...(stop.length > 0 && { followUps: stop }) },
    events: sessionEvents(session, after, receivedAt),
    session: session.id,
    notes: [],
  };
}

/** A session that we took for ended went on for as long as its meter did. */
function extendAssumedEnd(session: SessionState): SessionState {
  const { status, endedAt, meterAt, meterWh } = session;
  if (status !== "ended") return session;
  const isLater = meterAt !== undefined && endedAt !== undefined && meterAt > endedAt;
  return { ...session, powerW: undefined, meterEndWh: meterWh, ...(isLater && { endedAt: meterAt }) };
}

function sessionOf(
  state: StationState,
  { session, place, readings }: MeterReport,
  facts: Facts,
): SessionState | undefined {
  const named = session === undefined ? undefined : (state.sessions.get(session) ?? facts.session?.found);
  if (named || place.evse === 0) return named;
  const open = openSessionAt(state, place.evse);
  return open && readings.some((reading) => isBefore(reading, open)) ? undefined : open;
}

/** Told late, of a session that is over: not of the one that runs now. */
const isBefore = ({ at }: Reading, { startedAt }: SessionState) =>
  startedAt !== undefined && at < startedAt && isSince2012(at);
