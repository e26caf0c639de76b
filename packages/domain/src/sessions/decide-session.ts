import type { Changes, Sample } from "../change";
import { overWithSession } from "../charging/over-with-session";
import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { TimedEvent } from "../event";
import type { Facts } from "../facts";
import type { ReportOf, SessionReport } from "../report";
import { usedReservation } from "../reservations/reservations-over";
import { emptySequenceSet, hasSequence } from "../sequence-set";
import type { SessionState, StationState } from "../station-state";
import { endedByLaterStart, endedByNextStart } from "./assume-end";
import { withAttention, withoutAttention } from "./attention";
import { authorizeSession, orderOf } from "./authorize-session";
import { copySession } from "./copy-session";
import { sessionMeantBy } from "./find-session";
import { keepToLimit, limitByToken, toldLimit } from "./limit";
import { isNewest, mergeSession } from "./merge-session";
import { isRepetition } from "./repetition";
import { pricesFor } from "./session-cost";
import { sessionEvents } from "./session-events";
import { followUpsOf } from "./session-follow-ups";
import { showOnConnector } from "./show-on-connector";

/** A message of a charging session, in whatever order it comes: it is merged, never refused. */
export function decideSession(
  state: StationState,
  report: SessionReport,
  facts: Facts,
  circumstances: Circumstances,
): Decision<"session"> {
  const { receivedAt } = circumstances;
  const known = knownSession(state, report, facts, circumstances);
  const authorization = authorizeSession(state, known, report, facts, circumstances);
  const answer = { type: "session", session: known?.wireId ?? report.session ?? "", authorization } as const;

  if (known && isRepetition(known, report, facts, circumstances)) {
    return {
      ...nothing(
        state,
        facts.firstReport?.found ? { type: "repeated", answer: facts.firstReport.found.answer } : answer,
      ),
      session: known.id,
      notes: ["repeated: answered as the first time"],
    };
  }

  const before = known ?? newSession(state, report, facts, receivedAt);
  const conflicting = known !== undefined && conflicts(known, report);
  let after = mergeSession(before, report, receivedAt);
  if (conflicting) after = withAttention(after, "conflicting-report");
  if (isMatched(before, report)) after = withAttention(after, "end-matched");
  const renamed = before.token !== undefined && after.token !== before.token;
  if (report.token && (report.phase !== "ended" || !known)) {
    after = {
      ...after,
      group: renamed ? authorization?.group : (after.group ?? authorization?.group),
      authorization: renamed ? authorization?.status : (after.authorization ?? authorization?.status),
      limit: limitByToken(after.limit, authorization?.limit, renamed),
    };
  }

  after = endedByLaterStart(state, after, report, receivedAt);
  const superseded = endedByNextStart(state, after, report, receivedAt);
  const live = !report.offline && isNewest(before, report);
  const limited = live ? keepToLimit(after, receivedAt) : { session: after, stop: [] };
  after = limited.session;
  const shown = live ? showOnConnector(state, after, { at: report.at, receivedAt }) : undefined;
  const used = usedReservation(known, after, receivedAt);
  const ended = known?.status !== "ended" && after.status === "ended" ? [after, ...superseded] : superseded;
  const over = ended.flatMap((session) =>
    overWithSession(session, { live: live && session === after, version: state.version }),
  );
  const changes: Changes = {
    opened: known ? undefined : [after],
    updated: known ? [after, ...superseded] : superseded,
    samples: samplesOf(after, report),
    connectors: shown && [shown.connector],
    holdings: [...(used?.holdings ?? []), ...over],
    followUps: followUpsOf(before, after, facts, limited.stop),
  };
  const events: TimedEvent[] = [
    ...superseded.flatMap((session) => sessionEvents(state.sessions.get(session.wireId ?? ""), session, receivedAt)),
    ...sessionEvents(known, after, receivedAt),
    ...(shown ? [shown.event] : []),
    ...(used ? used.events : []),
  ];
  return {
    state: {
      ...state,
      connectors: shown?.connectors ?? state.connectors,
      sessions: inHand(state, [...superseded, after], receivedAt),
    },
    outcome: {
      type: "session",
      session: after.wireId ?? report.session ?? "",
      authorization,
      ...pricesFor(after, report),
      limit: report.token && report.phase !== "ended" ? toldLimit(after.limit?.wanted, facts.keptLimits) : undefined,
    },
    changes,
    events,
    session: after.id,
    sequence: report.sequence,
    notes: conflicting ? ["same number as an earlier message, other content: kept and merged"] : [],
  };
}

/** The station said whether it still holds messages of a session: a gap that nothing can fill is final. */
export function decideTransactionStatus(
  state: StationState,
  { session: wireId, messagesInQueue }: ReportOf<"transaction-status">,
  _facts: Facts,
  { receivedAt }: Circumstances,
): Decision<"transaction-status"> {
  const session = wireId === undefined ? undefined : state.sessions.get(wireId);
  if (!session || messagesInQueue || !session.attention.includes("gap")) {
    return nothing(state, { type: "acknowledged" });
  }
  const after = withAttention(withoutAttention(session, "gap"), "incomplete");
  return {
    ...nothing({ ...state, sessions: inHand(state, [after], receivedAt) }, { type: "acknowledged" }),
    changes: { updated: [after] },
    events: sessionEvents(session, after, receivedAt),
    session: session.id,
  };
}

function knownSession(
  state: StationState,
  report: SessionReport,
  facts: Facts,
  circumstances: Circumstances,
): SessionState | undefined {
  if (report.session === undefined) return facts.sameStart?.found;
  const named = state.sessions.get(report.session) ?? facts.session?.found;
  // An orphan's name was never one: the next session that bears it is another, unless it only repeats itself.
  if (named?.orphan && !isRepetition(named, report, facts, circumstances)) return sessionMeantBy(state, report);
  if (named || report.sequence !== undefined || report.phase !== "ended") return named;
  return sessionMeantBy(state, report);
}

/** 1.6 hands out our number; 2.x brings its own. A 1.6 message of a session that nobody started is an orphan. */
function newSession(state: StationState, report: SessionReport, facts: Facts, receivedAt: Date): SessionState {
  if (!facts.ids) throw new Error("a new session needs its numbers: ask factsNeeded first");
  const orphan = report.session !== undefined && report.sequence === undefined;
  return copySession({
    id: facts.ids.session,
    wireId: report.session ?? String(facts.ids.transaction),
    status: "open",
    provisional: report.phase !== "started",
    orphan,
    receivedAt,
    offline: report.offline,
    seen: emptySequenceSet,
    tariff: state.tariff,
    // 1.6 does not carry our number; the token that we ordered tells.
    remoteStartId:
      report.token && report.phase === "started" && report.sequence === undefined
        ? orderOf(state, report.token)
        : undefined,
    attention: orphan ? ["orphan"] : [],
  });
}

/** The end bore no number of ours: it is this session's because nothing else fits, which is not the same as known. */
const isMatched = ({ wireId, orphan }: SessionState, { phase, session }: SessionReport) =>
  phase === "ended" && session !== undefined && session !== wireId && !orphan;

/** The same number came before, with other content; or a second, different end. */
const conflicts = (known: SessionState, report: SessionReport) =>
  report.sequence === undefined
    ? report.phase === "ended" && known.status === "ended" && known.endedBy === "station"
    : hasSequence(known.seen, report.sequence);

function samplesOf(session: SessionState, { readings }: SessionReport): Sample[] {
  const place = session.place ?? { evse: 0 };
  return readings.map((reading) => ({ session: session.id, place, reading }));
}

/** How long an ended session stays in hand, for what is still to come of it, and how many; afterwards the database remembers. */
const keepEndedMs = 3_600_000;
const mostEnded = 3;

/** The sessions in hand with these replaced; whenever one ends, those that ended long ago are let go. */
function inHand(state: StationState, changed: SessionState[], now: Date): StationState["sessions"] {
  const sessions = new Map(state.sessions);
  for (const session of changed) if (session.wireId && !session.orphan) sessions.set(session.wireId, session);
  if (!changed.some(({ status }) => status === "ended")) return sessions;
  const ended = [...sessions].filter(([, { status }]) => status === "ended");
  for (const [index, [wireId, { endReceivedAt }]] of ended.entries()) {
    const isOld = endReceivedAt && now.getTime() - endReceivedAt.getTime() > keepEndedMs;
    if (isOld || index < ended.length - mostEnded) sessions.delete(wireId);
  }
  return sessions;
}
