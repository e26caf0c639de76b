import type { FactNeeded, Facts } from "../facts";
import type { SessionReport } from "../report";
import { hasSequence } from "../sequence-set";
import type { StationState } from "../station-state";
import { tokenFacts } from "./authorize-session";
import { asksForCostDisplay } from "./session-cost";

/** What a session's message needs that is not in hand: usually nothing. */
export function sessionFacts(state: StationState, report: SessionReport, facts: Facts): FactNeeded[] {
  const inHand = report.session === undefined ? undefined : state.sessions.get(report.session);
  const needed = tokenFacts(inHand ?? facts.session?.found, report, facts);
  const isLimited = report.phase !== "ended" && facts.token?.found?.limit !== undefined;
  if (state.version === "2.1" && isLimited && !facts.keptLimits) needed.push({ fact: "kept-limits" });
  if (report.session === undefined) {
    if (!facts.sameStart && report.place && report.token) {
      const { place, at, token, meterWh = 0 } = report;
      needed.push({ fact: "same-start", evse: place.evse, at, token: token.value, meterStartWh: meterWh });
    }
    if (!facts.ids) needed.push({ fact: "ids" });
    return needed;
  }
  if (!inHand && !facts.session) return [...needed, { fact: "session", wireId: report.session }];
  const session = inHand ?? facts.session?.found;
  if (asksForCostDisplay(state, session, report) && facts.showsCost === undefined)
    needed.push({ fact: "cost-display" });
  if (!session || session.orphan) {
    if (!facts.ids) needed.push({ fact: "ids" });
  } else if (report.sequence !== undefined && hasSequence(session.seen, report.sequence) && !facts.firstReport) {
    needed.push({ fact: "first-report", session: session.id, sequence: report.sequence });
  }
  return needed;
}
