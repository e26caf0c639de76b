import { type AuthorizationStatus, authorize, type TokenRecord } from "../authorization";
import type { Decision } from "../decision";
import { nothing } from "../decision";
import type { FollowUp, SessionState, StationState } from "../station-state";
import type { TokenRef } from "../vocabulary";
import { isRunning } from "./find-session";

/** What is done about a session whose token was revoked: a person decides (`ask`), or it is stopped. */
export type Revocation = "ask" | "stop";

/** What the tokens of a station's open sessions are now, by the key of the reference. */
export interface Recheck {
  tokens: ReadonlyMap<string, TokenRecord | undefined>;
  now: Date;
  unknownTokens: "accept" | "reject";
  revocation: Revocation;
}

/** By which a token is found among those that were looked up. */
export const tokenKey = ({ value, kind }: TokenRef) => `${kind} ${value}`;

/** The tokens that sessions run on. */
export const tokensInUse = ({ sessions }: StationState): TokenRef[] =>
  [...sessions.values()].flatMap((session) => (isRunning(session) && session.token ? [session.token] : []));

/**
 * Looks again at who charges: a token that was let in may have been blocked, have run out, or been forgotten. The
 * station is told with its next message, where its version can be told.
 */
export function recheckTokens(state: StationState, recheck: Recheck): Decision | undefined {
  const changed = [...state.sessions.values()].flatMap((session) => {
    const authorization = newAuthorization(state, session, recheck);
    return authorization === undefined ? [] : [{ ...session, authorization }];
  });
  if (changed.length === 0) return undefined;
  const sessions = new Map(state.sessions);
  for (const session of changed) sessions.set(session.wireId ?? "", session);
  const { now, revocation } = recheck;
  const revoked = changed.filter(({ authorization }) => authorization !== "accepted");
  return {
    ...nothing({ ...state, sessions }, { type: "acknowledged" }),
    changes: { updated: changed, followUps: revocation === "stop" ? revoked.flatMap(stopOf) : undefined },
    events: changed.map(({ id, activity, place, token }) => ({
      event: { type: "session.updated", session: id, activity, place, token: token?.value },
      at: now,
      receivedAt: now,
    })),
  };
}

function newAuthorization(
  { id, site }: StationState,
  session: SessionState,
  { tokens, now, unknownTokens }: Recheck,
): AuthorizationStatus | undefined {
  const { token, authorization, remoteStartId } = session;
  if (!isRunning(session) || !token || authorization === undefined || !tokens.has(tokenKey(token))) return undefined;
  // What we ordered ourselves needs no token of ours.
  const ordered = remoteStartId !== undefined;
  const occasion = { purpose: "stay", now, unknownTokens, ordered, station: id, site } as const;
  const current = authorize(token, tokens.get(tokenKey(token)), occasion).status;
  const mayChange = authorization === "accepted" || revocable.has(authorization);
  return mayChange && current !== authorization ? current : undefined;
}

const revocable: ReadonlySet<string> = new Set<AuthorizationStatus>(["blocked", "expired", "unknown", "no-credit"]);

const stopOf = ({ wireId, authorization }: SessionState): FollowUp[] =>
  wireId === undefined
    ? []
    : [{ command: { type: "stop", session: wireId }, reason: `its token is ${authorization ?? "unknown"} now` }];
