import { authorize } from "../authorization";
import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { Facts } from "../facts";
import type { ReportOf } from "../report";
import { isOrdered } from "../sessions/authorize-session";
import type { StationState } from "../station-state";

/** A driver presented a token. */
export function decideToken(
  state: StationState,
  { token }: ReportOf<"token-presented">,
  facts: Facts,
  { receivedAt, unknownTokens }: Circumstances,
): Decision<"token-presented"> {
  const authorization = authorize(token, facts.token?.found, {
    purpose: "ask",
    now: receivedAt,
    unknownTokens,
    ordered: isOrdered(state, token),
    station: state.id,
    site: state.site,
  });
  return nothing(state, { type: "authorized", authorization });
}
