import type { SessionState } from "../station-state";
import type { Attention } from "../vocabulary";

/** The session with one more reason why a person should look at it. */
export const withAttention = (session: SessionState, reason: Attention): SessionState =>
  session.attention.includes(reason) ? session : { ...session, attention: [...session.attention, reason] };

/** The session with reasons that no longer hold removed. */
export const withoutAttention = (session: SessionState, ...reasons: Attention[]): SessionState =>
  session.attention.some((reason) => reasons.includes(reason))
    ? { ...session, attention: session.attention.filter((reason) => !reasons.includes(reason)) }
    : session;
