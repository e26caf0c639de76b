import { acknowledged, byAnswer, byReport, byStatus, byStatusOrNone } from "../effects";
import { partOf, recorded, recordedAndAnswered } from "../recorded";
import { worstOf } from "./results";
import type { Effects2, Inbound2 } from "./table";

// Block N, monitors and streams. NotifyEvent stands with the connectors' availability, which it tells of as well.

export const NotifyMonitoringReport = partOf("monitors");

/** Accepted, because what it will carry is kept. */
export const OpenPeriodicEventStream: Inbound2<"OpenPeriodicEventStream", "recorded"> = recordedAndAnswered(() => ({
  status: "Accepted",
}));

export const ClosePeriodicEventStream = recorded();

/** Sent without ever being answered. */
export const NotifyPeriodicEventStream = recorded();

const inVariables = "the variables that would tell it are optional";

export const monitoring = {
  AdjustPeriodicEventStream: { toAnswer: byStatus, proof: byAnswer },

  ClearVariableMonitoring: {
    toAnswer: (_request, { clearMonitoringResult }) =>
      worstOf(
        clearMonitoringResult.map(({ id, ...result }) => ({ name: `monitor ${id}`, ...result })),
        "rejected",
      ),
    proof: byAnswer,
  },

  GetMonitoringReport: { toAnswer: byStatusOrNone("EmptyResultSet"), proof: byReport("monitors") },
  GetPeriodicEventStream: { toAnswer: acknowledged, proof: byAnswer },
  SetMonitoringBase: { toAnswer: byStatus, unprovable: inVariables },
  SetMonitoringLevel: { toAnswer: byStatus, unprovable: inVariables },

  SetVariableMonitoring: {
    toAnswer: (_request, { setMonitoringResult }) =>
      worstOf(
        setMonitoringResult.map(({ component, variable, ...result }) => ({
          name: `${component.name}.${variable.name}`,
          ...result,
        })),
        "rejected",
      ),
    proof: byAnswer,
  },
} satisfies Partial<Effects2>;
