import type { Reading } from "../reading";
import type { SessionReport } from "../report";
import { addSequence, missingSequences } from "../sequence-set";
import type { SessionState } from "../station-state";
import { stationTime } from "../station-time";
import { isSupportToken } from "../vocabulary";
import { withAttention, withoutAttention } from "./attention";
import { copySession } from "./copy-session";
import { judgeEnergy } from "./judge-energy";
import { mergeLimit } from "./limit";
import { mergeReadings } from "./merge-readings";

/** Adds one message to a session. Messages come in any order; what is absent was not said, and takes nothing back. */
export function mergeSession(session: SessionState, report: SessionReport, receivedAt: Date): SessionState {
  const newest = isNewest(session, report);
  const merged = copySession(session);
  merged.place = mergePlace(session, report);
  if (namesToken(session, report)) {
    merged.token = report.token;
    merged.tokenSequence = report.sequence;
  }
  if (newest) {
    if (session.status === "open") merged.activity = report.activity ?? session.activity;
    merged.trigger = report.trigger ?? session.trigger;
    merged.stationCost = report.stationCost ?? session.stationCost;
    merged.stationTariff = report.tariff ?? session.stationTariff;
    merged.limit = mergeLimit(session.limit, report);
  }
  merged.offline = session.offline || report.offline;
  merged.remoteStartId = session.remoteStartId ?? report.remoteStartId;
  if (merged.token && isSupportToken(merged.token) && merged.remoteStartId !== undefined) merged.tariff = undefined;
  if (report.tariffRefused) merged.attention = withAttention(merged, "tariff-refused").attention;
  merged.reservationId = session.reservationId ?? report.reservationId;
  if (report.sequence !== undefined) merged.seen = addSequence(session.seen, report.sequence);
  const phased = phases[report.phase](merged, report, receivedAt);
  const read = mergeReadings(phased, report.readings);
  return judge(mergeEnd(read.status === "ended" ? { ...read, powerW: undefined } : read, report));
}

/**
 * Who charges is who was named first: whoever ends a charge may be another of the same group, and what was said first may
 * come last.
 */
function namesToken({ token, tokenSequence, status }: SessionState, report: SessionReport): boolean {
  if (!report.token) return false;
  if (!token) return report.phase !== "ended" || status !== "ended";
  return tokenSequence !== undefined && report.sequence !== undefined && report.sequence < tokenSequence;
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
      ...(report.meterWh !== undefined && { meterStartWh: report.meterWh, meterStartAt: at }),
    };
    return doubtTime(started, { at, plausible, receivedAt });
  },
  updated: (session) => session,
  ended(session, report, receivedAt) {
    const { at, plausible } = stationTime(report.at, receivedAt);
    const ended: SessionState = {
      ...withoutAttention(session, "end-assumed", "end-matched"),
      status: "ended",
      endedBy: "station",
      endedAt: at,
      endReceivedAt: receivedAt,
      endSequence: report.sequence,
      stopReason: report.stopReason,
      activity: undefined,
    };
    return doubtTime(ended, { at, plausible, receivedAt });
  },
};

/** What is told so long after it happened was perhaps settled by hand meanwhile. */
const staleMs = 30 * 86_400_000;

function doubtTime(
  session: SessionState,
  { at, plausible, receivedAt }: { at: Date; plausible: boolean; receivedAt: Date },
): SessionState {
  if (!plausible) return withAttention(session, "clock-implausible");
  return receivedAt.getTime() - at.getTime() > staleMs ? withAttention(session, "stale") : session;
}

/** The final register: said outright, or the last one among the readings of the end. Without it, the last one known counts. */
function mergeEnd(session: SessionState, report: SessionReport): SessionState {
  if (report.phase !== "ended") return session;
  return { ...session, meterEndWh: report.meterWh ?? lastEnergy(report) };
}

/** Marks what follows from the whole: numbers that are missing, a start that never came, energy that cannot be. */
function judge(session: SessionState): SessionState {
  let judged = judgeEnergy(session);
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

const lastEnergy = ({ readings }: SessionReport): number | undefined =>
  readings.reduce<Reading | undefined>(
    (last, reading) => (reading.energyWh === undefined || (last && reading.at < last.at) ? last : reading),
    undefined,
  )?.energyWh;
