import type { Circumstances, Decision } from "../decision";
import type { Facts } from "../facts";
import type { BootReport } from "../report";
import type { StationState } from "../station-state";
import type { Approval } from "../vocabulary";
import { byPolicy } from "./boot-policy";

/** How each approval answers a boot. A waiting station asks again soon, so that an approval takes effect at once. */
const answers = {
  approved: { registration: "accepted" },
  waiting: { registration: "pending", intervalSeconds: 30 },
  refused: { registration: "rejected", intervalSeconds: 3600 },
  retired: { registration: "rejected", intervalSeconds: 3600 },
} as const satisfies Record<Approval, { registration: string; intervalSeconds?: number }>;

/** A boot is always kept with all it says, also of a station that waits for its approval: the operator decides by it. */
export function decideBoot(
  state: StationState,
  { type: _type, reason, triggered, ...facts }: BootReport,
  { bootPolicy }: Facts,
  { receivedAt }: Circumstances,
): Decision<"booted"> {
  const ruled = state.approval === "approved" && bootPolicy && byPolicy(state, bootPolicy, triggered === true);
  const answer = ruled || answers[state.approval];
  const intervalSeconds = "intervalSeconds" in answer ? answer.intervalSeconds : state.heartbeatSeconds;
  const { registration } = answer;
  const { vendor, model, firmwareVersion } = facts;
  return {
    state: {
      ...state,
      registration,
      vendor,
      model,
      firmwareVersion,
      bootedAt: triggered ? state.bootedAt : receivedAt,
    },
    outcome: { type: "booted", registration, intervalSeconds },
    changes: {
      station: { ...facts, registration, bootReason: reason, ...(!triggered && { bootedAt: receivedAt }) },
      ...("followUps" in answer && { followUps: answer.followUps }),
    },
    events: [
      {
        event: { type: "station.booted", vendor, model, firmwareVersion, reason, registration },
        at: receivedAt,
        receivedAt,
      },
    ],
    notes: [],
  };
}
