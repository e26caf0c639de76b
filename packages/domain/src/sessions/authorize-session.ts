import { type Authorization, authorize, type Purpose } from "../authorization";
import type { Circumstances } from "../decision";
import type { FactNeeded, Facts } from "../facts";
import type { SessionReport } from "../report";
import type { SessionState, StationState } from "../station-state";
import { foldToken, type TokenRef } from "../vocabulary";

/** What a message of a session is answered about its token: the one it names, or the one it runs on, if that was revoked. */
export function authorizeSession(
  state: StationState,
  known: SessionState | undefined,
  report: SessionReport,
  facts: Facts,
  { receivedAt, unknownTokens }: Circumstances,
): Authorization | undefined {
  const { token } = report;
  if (!token) return report.phase === "ended" ? undefined : revoked(known);
  return authorize(token, facts.token?.found, {
    purpose: purposeOf(known, report, token),
    now: receivedAt,
    unknownTokens,
    ordered: isOrdered(state, token) || wasLetIn(known, token),
    otherSessions: facts.openSessions?.filter((id) => isAnother(state, known, report, id)).length,
    connectors: facts.connectorTypes,
    station: state.id,
    site: state.site,
    evse: (known?.place ?? report.place)?.evse,
  });
}

/** The sessions of a token have to be counted only where it has a limit, and only when one begins now. */
export function tokenFacts(known: SessionState | undefined, report: SessionReport, facts: Facts): FactNeeded[] {
  const { token } = report;
  if (!token) return [];
  if (!facts.token) return [{ fact: "token", token }];
  const { maxSessions, connectorTypes } = facts.token.found ?? {};
  if (report.offline || purposeOf(known, report, token) !== "start") return [];
  const needed: FactNeeded[] = [];
  if (maxSessions !== undefined && !facts.openSessions) needed.push({ fact: "open-sessions", token });
  if (connectorTypes && !facts.connectorTypes) needed.push({ fact: "connector-types" });
  return needed;
}

/** We told the station to charge for this token, and it has not begun yet. */
export const isOrdered = (state: StationState, token: TokenRef): boolean => orderOf(state, token) !== undefined;

/** The number of our command that this token's charge follows from. */
export const orderOf = ({ proving }: StationState, token: TokenRef): number | undefined =>
  proving.find(({ plan: { watch } }) => watch.for === "session-started" && isSame(watch.token, token))?.id;

function purposeOf(known: SessionState | undefined, { phase, offline }: SessionReport, token: TokenRef): Purpose {
  if (phase === "ended" || (known?.token && !isSame(known.token, token))) return "stop";
  // What was let in goes on, and what began without us is past: neither is counted.
  return known?.authorization === "accepted" ? "stay" : offline && known ? "stay" : "start";
}

const wasLetIn = (known: SessionState | undefined, token: TokenRef) =>
  known?.token !== undefined && known.authorization === "accepted" && isSame(known.token, token);

const revoked = (known: SessionState | undefined): Authorization | undefined =>
  known?.authorization === undefined || known.authorization === "accepted"
    ? undefined
    : { status: known.authorization, group: known.group };

/** Not this session, and none that ends because this one begins. */
function isAnother(
  state: StationState,
  known: SessionState | undefined,
  { place }: SessionReport,
  id: number,
): boolean {
  if (id === known?.id) return false;
  const evse = (known?.place ?? place)?.evse;
  return ![...state.sessions.values()].some((other) => other.id === id && other.place?.evse === evse);
}

const isSame = (one: TokenRef, other: TokenRef) => foldToken(one.value) === foldToken(other.value);
