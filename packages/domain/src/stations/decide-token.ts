import { type Authorization, authorize } from "../authorization";
import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { FactNeeded, Facts } from "../facts";
import type { ReportOf } from "../report";
import { isOrdered } from "../sessions/authorize-session";
import type { FollowUp, StationState } from "../station-state";
import { isSupportToken, type TokenRef } from "../vocabulary";

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
  // What our support gives away has no price.
  const counts = authorization.status === "accepted" && facts.countsTariffs && !isSupportToken(token);
  return {
    ...nothing(state, {
      type: "authorized",
      authorization: withPrice(authorization, state.tariff),
      tariff: counts ? state.tariff : undefined,
    }),
    ...(facts.showsCost && { changes: { followUps: shownPrice(state, token, authorization) } }),
  };
}

/** 1.6 has no room for it in its answer: a station that shows prices is told in a message of its own. */
const shownPrice = ({ tariff }: StationState, token: TokenRef, { status }: Authorization): FollowUp[] =>
  status === "accepted" && tariff?.text
    ? [{ command: { type: "show-price", token, text: tariff.text }, reason: "the driver sees the price" }]
    : [];

/** Who may charge reads the price beforehand (I01), unless there is something to be said to that driver alone. */
function withPrice(authorization: Authorization, tariff: StationState["tariff"]): Authorization {
  if (authorization.status !== "accepted" || authorization.message || !tariff?.text) return authorization;
  return { ...authorization, message: { text: tariff.text, language: tariff.language } };
}

/** What must be known of a token, and of the station where it may not use everything, shows prices, or counts by them. */
export function presentedFacts(
  { version, tariff }: StationState,
  { token }: ReportOf<"token-presented">,
  facts: Facts,
): FactNeeded[] {
  if (!facts.token) return [{ fact: "token", token }];
  const needed: FactNeeded[] = [];
  if (facts.token.found?.connectorTypes && !facts.connectorTypes) needed.push({ fact: "connector-types" });
  if (version === "2.1" && tariff && facts.countsTariffs === undefined) needed.push({ fact: "counts-tariffs" });
  if (version === "1.6" && tariff?.text && facts.showsCost === undefined) needed.push({ fact: "cost-display" });
  return needed;
}
