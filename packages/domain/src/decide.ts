import { decideDynamicLimits, decideLimitsAsked } from "./charging/dynamic-limits";
import { proveBy } from "./commands/prove";
import { isAskedFor } from "./commands/recognise";
import { decideConnectors } from "./connectors/decide-connectors";
import type { Circumstances, Decision } from "./decision";
import { nothing } from "./decision";
import type { FactNeeded, Facts } from "./facts";
import { factsOf } from "./facts-of-reports";
import { decideHeld, decidePart, decideWork } from "./holdings/decide-holdings";
import { decideLocalList } from "./local-list/decide-local-list";
import { withEvents } from "./maintenance/decide-events";
import { decideSecurityEvent } from "./maintenance/decide-security-event";
import { decideStreamData, decideStreams } from "./maintenance/decide-streams";
import type { Report, ReportOf, ReportType } from "./report";
import { decideMeterValues } from "./sessions/decide-meter-values";
import { decideSession, decideTransactionStatus } from "./sessions/decide-session";
import { decideSessionTariff } from "./sessions/decide-session-tariff";
import type { StationState } from "./station-state";
import { decideBoot } from "./stations/decide-boot";
import { decideToken } from "./stations/decide-token";
import { decideVariables } from "./stations/decide-variables";
import { faultInVatNumber } from "./tariffs/vat-number";
import { decideVendorMessage } from "./vendors/decide-vendor-message";

type Decider<T extends ReportType> = (
  state: StationState,
  report: ReportOf<T>,
  facts: Facts,
  circumstances: Circumstances,
) => Decision<T>;

const deciders: { [T in ReportType]: Decider<T> } = {
  booted: decideBoot,
  heartbeat: (state) => nothing(state, { type: "acknowledged" }),
  "connector-status": (state, report, facts, circumstances) => {
    const decision = decideConnectors(state, report, facts, circumstances);
    return report.events ? withEvents(decision, report.events, facts, circumstances.receivedAt) : decision;
  },
  events: (state, { events }, facts, { receivedAt }) =>
    withEvents(nothing<"events">(state, { type: "acknowledged" }), events, facts, receivedAt),
  "security-event": decideSecurityEvent,
  streams: decideStreams,
  "stream-data": decideStreamData,
  asked: (state) => nothing(state, { type: "acknowledged" }),
  "token-presented": decideToken,
  session: decideSession,
  "meter-values": decideMeterValues,
  variables: decideVariables,
  "data-transfer": decideVendorMessage,
  "transaction-status": decideTransactionStatus,
  progress: decideWork,
  "file-received": (state) => nothing(state, { type: "acknowledged" }),
  "local-list": decideLocalList,
  part: decidePart,
  held: decideHeld,
  "dynamic-limits": decideDynamicLimits,
  "dynamic-limits-asked": decideLimitsAsked,
  "session-tariff": decideSessionTariff,
  "vat-number-asked": (state, { number }) => nothing(state, { type: "vat-number", fault: faultInVatNumber(number) }),
};

/** What must be fetched before `decide` can be asked; call again with the facts until nothing is missing. */
export function factsNeeded(
  state: StationState,
  report: Report,
  facts: Facts,
  _circumstances: Circumstances,
): FactNeeded[] {
  return maySpeak(state, report) ? factsOf(state, report, facts) : [];
}

/** What follows from a report: pure, so that nothing is true before it is committed. */
export function decide<T extends ReportType>(
  state: StationState,
  report: ReportOf<T> & { type: T },
  facts: Facts,
  circumstances: Circumstances,
): Decision<T> {
  if (!maySpeak(state, report)) return refused(state);
  return proveBy(report, deciders[report.type](state, report, facts, circumstances), circumstances.receivedAt);
}

/**
 * Before its boot was accepted a station may only boot (2.x demands it, the 1.6 errata advise it) and say what it was
 * asked for (B02); what it holds back it sends again.
 */
const maySpeak = (state: StationState, report: Report) =>
  report.type === "booted" ||
  report.type === "heartbeat" ||
  (state.approval === "approved" && state.registration === "accepted") ||
  state.proving.some(({ plan }) => isAskedFor(report, plan.watch));

function refused<T extends ReportType>(state: StationState): Decision<T> {
  const detail =
    state.approval === "approved"
      ? "boot first: this station's boot has not been accepted yet"
      : `this station is ${state.approval === "waiting" ? "waiting for an operator's approval" : state.approval}`;
  return { ...nothing(state, { type: "refused", error: "security", detail }), notes: [detail] };
}
