import { profileFacts } from "./charging/dynamic-limits";
import type { FactNeeded, Facts } from "./facts";
import { workFacts } from "./holdings/decide-holdings";
import { eventFacts } from "./maintenance/decide-events";
import { streamFacts } from "./maintenance/decide-streams";
import type { Report } from "./report";
import { meterFacts } from "./sessions/decide-meter-values";
import { sessionFacts } from "./sessions/session-facts";
import type { StationState } from "./station-state";
import { presentedFacts } from "./stations/decide-token";
import { vendorFacts } from "./vendors/decide-vendor-message";

/** What each report needs that is not in hand; for most there is nothing. */
export function factsOf(state: StationState, report: Report, facts: Facts): FactNeeded[] {
  if (report.type === "booted")
    return state.approval === "approved" && !facts.bootPolicy ? [{ fact: "boot-policy" }] : [];
  if (report.type === "session") return sessionFacts(state, report, facts);
  if (report.type === "dynamic-limits" || report.type === "dynamic-limits-asked") return profileFacts(report, facts);
  if (report.type === "events" || (report.type === "connector-status" && report.events)) return eventFacts(facts);
  if (report.type === "progress") return workFacts(report, facts);
  if (report.type === "streams" || report.type === "stream-data") return streamFacts(facts);
  if (report.type === "meter-values") return meterFacts(state, report, facts);
  if (report.type === "data-transfer") return vendorFacts(report, facts);
  if (report.type === "token-presented") return presentedFacts(state, report, facts);
  return [];
}
