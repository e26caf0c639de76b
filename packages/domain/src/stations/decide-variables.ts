import { isWholeWith } from "../commands/parts";
import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { Facts } from "../facts";
import type { ReportOf } from "../report";
import type { ProvingCommand, StationState } from "../station-state";

/** A database's clock and ours may differ by this; a variable that is kept too long goes with the next report. */
const clockToleranceMs = 2_000;

/** The station said what its variables are. Once a report on all of them is there whole, those it did not name are gone. */
export function decideVariables(
  state: StationState,
  { readings, part }: ReportOf<"variables">,
  _facts: Facts,
  { receivedAt }: Circumstances,
): Decision<"variables"> {
  const asked = part && state.proving.find(({ plan: { watch } }) => watch.for === "report" && isWhole(watch, part));
  return {
    ...nothing(state, { type: "acknowledged" }),
    changes: {
      ...(readings.length > 0 && { variables: readings }),
      ...(asked && { variablesSince: new Date(asked.sentAt.getTime() - clockToleranceMs) }),
    },
    events: [
      {
        event: { type: "variables.reported", count: readings.length, last: part?.last ?? true },
        at: receivedAt,
        receivedAt,
      },
    ],
  };
}

const isWhole = (
  watch: Extract<ProvingCommand["plan"]["watch"], { for: "report" }>,
  part: NonNullable<ReportOf<"variables">["part"]>,
) => watch.of === undefined && watch.whole === true && watch.requestId === part.requestId && isWholeWith(watch, part);
