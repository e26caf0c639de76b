import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { Facts } from "../facts";
import type { ReportOf } from "../report";
import type { StationState } from "../station-state";
import { stationTime } from "../station-time";

/** What a station reports about its security is told on as it is; nothing else changes by it. */
export function decideSecurityEvent(
  state: StationState,
  { what, critical, info, at }: ReportOf<"security-event">,
  _facts: Facts,
  { receivedAt }: Circumstances,
): Decision<"security-event"> {
  const event = { type: "security.reported", what, critical, info } as const;
  return {
    ...nothing(state, { type: "acknowledged" }),
    events: [{ event, at: stationTime(at, receivedAt).at, receivedAt }],
  };
}
