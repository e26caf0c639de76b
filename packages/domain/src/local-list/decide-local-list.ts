import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { Facts } from "../facts";
import type { ReportOf } from "../report";
import type { StationState } from "../station-state";

/** The station said which version of the local list it holds. */
export function decideLocalList(
  state: StationState,
  { version }: ReportOf<"local-list">,
  _facts: Facts,
  { receivedAt: at }: Circumstances,
): Decision<"local-list"> {
  return {
    ...nothing(state, { type: "acknowledged" }),
    changes: { holdings: [{ do: "set", kind: "local-list", key: "version", value: { version }, at }] },
    events: [{ event: { type: "holdings.changed", kinds: ["local-list"] }, at, receivedAt: at }],
  };
}
