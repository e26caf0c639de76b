import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { FactNeeded, Facts } from "../facts";
import type { ReportOf } from "../report";
import type { StationState } from "../station-state";

/** What is answered is looked up each time: these are rare, and a rule counts from the moment it was made. */
export const vendorFacts = ({ vendor, message = "" }: ReportOf<"data-transfer">, facts: Facts): FactNeeded[] =>
  facts.vendorRule ? [] : [{ fact: "vendor-rule", vendor, message }];

/** A vendor's own message: it is counted and kept whoever it came from, and answered by rule; without one it is unknown. */
export function decideVendorMessage(
  state: StationState,
  { vendor, message, data }: ReportOf<"data-transfer">,
  { vendorRule }: Facts,
  { receivedAt }: Circumstances,
): Decision<"data-transfer"> {
  const { answer = "unknown-vendor", reply } = vendorRule?.found ?? {};
  return {
    ...nothing(state, { type: "data-transfer", status: answer, reply }),
    changes: { vendorMessages: [{ vendor, message: message ?? "", data }] },
    events: [{ event: { type: "vendor.message", vendor, message }, at: receivedAt, receivedAt }],
  };
}
