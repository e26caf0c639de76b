import { authorize } from "../authorization";
import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { Facts } from "../facts";
import type { ReportOf } from "../report";
import type { StationState } from "../station-state";

/** A driver presented a token. */
export function decideToken(
  state: StationState,
  { token }: ReportOf<"token-presented">,
  facts: Facts,
  { receivedAt, unknownTokens }: Circumstances,
): Decision<"token-presented"> {
  const authorization = authorize(token, facts.token?.found, { unknownTokens, now: receivedAt });
  return nothing(state, { type: "authorized", authorization });
}
