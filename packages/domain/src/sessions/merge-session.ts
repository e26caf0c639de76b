import type { SessionReport } from "../report";
import { addSequence, missingSequences } from "../sequence-set";
import type { SessionState } from "../station-state";
import { stationTime } from "../station-time";
import { withAttention, withoutAttention } from "./attention";
import { copySession } from "./copy-session";
import { isImplausible } from "./energy";
import { mergeReadings } from "./merge-readings";

/** Adds one message to a session. Messages come in any order; what is absent was not said, and takes nothing back. */
export function mergeSession(session: SessionState, report: SessionReport, receivedAt: Date): SessionState {
  const newest = isNewest(session, report);
  const merged = copySession(session);
  merged.place = mergePlace(session, report);
  merged.token = session.token ?? (report.phase === "ended" && session.status === "ended" ? undefined : report.token);
  if (newest) {
    if (session.status === "open") merged.activity = report.activity ?? session.activity;
    merged.trigger = report.trigger ?? session.trigger;
  }
  merged.offline = session.offline || report.offline;
  merged.remoteStartId = session.remoteStartId ?? report.remoteStartId;
  merged.reservationId = session.reservationId ?? report.reservationId;
  if (report.sequence !== undefined) merged.seen = addSequence(session.seen, report.sequence);
  const phased = phases[report.phase](merged, report, receivedAt);
  const read = mergeReadings(phased, report.readings);
  return judge(mergeEnd(read.status === "ended" ? { ...read, powerW: undefined } : read, report));
}

/** A message that is later than all before it may speak for the present. */
export const isNewest = (session: SessionState, { sequence }: SessionReport) =>
  sequence === undefined || sequence > (session.seen.at(-1)?.[1] ?? -1);

const phases: {
  [P in SessionReport["phase"]]: (session: SessionState, report: SessionReport, receivedAt: Date) => SessionState;
} = {
  started(session, report, receivedAt) {
    const { at, plausible } = stationTime(report.at, receivedAt);
    const started = {
      ...withoutAttention(session, "no-start"),
      provisional: false,
      startedAt: at,
      meterStartWh: report.meterWh ?? firstEnergy(report) ?? session.meterStartWh,
    };
    return plausible ? started : withAttention(started, "clock-implausible");
  },
  updated: (session) => session,
  ended(session, report, receivedAt) {
    const { at, plausible } = stationTime(report.at, receivedAt);
    const ended: SessionState = {
      ...withoutAttention(session, "end-assumed"),
      status: "ended",
      endedBy: "station",
      endedAt: at,
      endReceivedAt: receivedAt,
      endSequence: report.sequence,
      stopReason: report.stopReason,
      activity: undefined,
    };
    return plausible ? ended : withAttention(ended, "clock-implausible");
  },
};

/** The final register: said outright, or the last one among the readings of the end. */
function mergeEnd(session: SessionState, report: SessionReport): SessionState {
  if (report.phase !== "ended") return session;
  const meterEndWh = report.meterWh ?? report.readings.findLast(({ energyWh }) => energyWh !== undefined)?.energyWh;
  const backwards = meterEndWh !== undefined && session.meterStartWh !== undefined && meterEndWh < session.meterStartWh;
  const ended = { ...session, meterEndWh: meterEndWh ?? session.meterWh };
  return backwards ? withAttention(ended, "meter-backwards") : ended;
}

/** Marks what follows from the whole: numbers that are missing, a start that never came, energy that cannot be. */
function judge(session: SessionState): SessionState {
  let judged = isImplausible(session)
    ? withAttention(session, "implausible-energy")
    : withoutAttention(session, "implausible-energy");
  if (judged.status !== "ended" || judged.endSequence === undefined) return judged;
  if (judged.provisional) judged = withAttention(judged, "no-start");
  if (missingSequences(judged.seen, judged.endSequence).length === 0) {
    return withoutAttention(judged, "gap", "incomplete");
  }
  return judged.attention.includes("incomplete") ? judged : withAttention(judged, "gap");
}

function mergePlace(session: SessionState, { place }: SessionReport) {
  if (!session.place || !place) return session.place ?? place;
  return { evse: session.place.evse, connector: session.place.connector ?? place.connector };
}

const firstEnergy = ({ readings }: SessionReport) => readings.find(({ energyWh }) => energyWh !== undefined)?.energyWh;
