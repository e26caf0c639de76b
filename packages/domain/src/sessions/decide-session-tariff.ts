import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { Facts } from "../facts";
import type { ReportOf } from "../report";
import type { SessionState, StationState } from "../station-state";
import type { SessionTariff } from "../tariffs/tariff";
import { copySession } from "./copy-session";
import { sessionEnergyWh } from "./energy";
import { sessionCost } from "./session-cost";

/** The station took another tariff for a session that runs: what it costs is counted by that from now on. */
export function decideSessionTariff(
  state: StationState,
  { session: wireId, tariff }: ReportOf<"session-tariff">,
  _facts: Facts,
  { receivedAt }: Circumstances,
): Decision<"session-tariff"> {
  const session = state.sessions.get(wireId);
  const decision = nothing<"session-tariff">(state, { type: "acknowledged" });
  if (session?.status !== "open") return decision;
  const after = { ...copySession(session), tariff: tariff && continued(session, tariff, receivedAt) };
  return {
    ...decision,
    state: { ...state, sessions: new Map(state.sessions).set(wireId, after) },
    changes: { updated: [after] },
    events: [
      {
        event: { type: "session.updated", session: after.id, activity: after.activity, place: after.place },
        at: receivedAt,
        receivedAt,
      },
    ],
    session: after.id,
  };
}

/** What went before keeps its price; where nobody knows that, nobody knows the sum either. */
function continued(session: SessionState, tariff: SessionTariff, now: Date): SessionTariff | undefined {
  const soFar = session.tariff && sessionCost(session, now);
  if (!soFar) return undefined;
  return { ...tariff, before: { until: now.toISOString(), energyWh: sessionEnergyWh(session), total: soFar.total } };
}
