import { type Authorization, authorize } from "../authorization";
import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { FactNeeded, Facts } from "../facts";
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
    connectors: facts.connectorTypes,
  });
  return nothing(state, { type: "authorized", authorization: withPrice(authorization, state.tariff) });
}

/** Who may charge reads the price beforehand (I01), unless there is something to be said to that driver alone. */
function withPrice(authorization: Authorization, tariff: StationState["tariff"]): Authorization {
  if (authorization.status !== "accepted" || authorization.message || !tariff?.text) return authorization;
  return { ...authorization, message: { text: tariff.text, language: tariff.language } };
}

/** What must be known of a token, and of the station where it may not use everything. */
export function presentedFacts({ token }: ReportOf<"token-presented">, facts: Facts): FactNeeded[] {
  if (!facts.token) return [{ fact: "token", token }];
  return facts.token.found?.connectorTypes && !facts.connectorTypes ? [{ fact: "connector-types" }] : [];
}
