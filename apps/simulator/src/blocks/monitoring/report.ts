import type { Controls } from "../../charger/controls";
import { keyOf } from "../../dialects/ocpp2/variable";
import type { Message } from "../../wire/outbox";
import type { Monitor, MonitorType } from "./monitor";

export const criteria = ["ThresholdMonitoring", "DeltaMonitoring", "PeriodicMonitoring"] as const;

/** The monitors of a station, by variable, in several parts. */
export function monitoringReport(controls: Controls, requestId: number, monitors: readonly Monitor[]): Message[] {
  const byVariable = new Map<string, Monitor[]>();
  for (const monitor of monitors) {
    const key = keyOf(monitor.component, monitor.variable);
    byVariable.set(key, [...(byVariable.get(key) ?? []), monitor]);
  }
  const told = [...byVariable.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const variableMonitoring = group.map((monitor) => toldOf(monitor, controls));
    return { component: first.component, variable: first.variable, variableMonitoring };
  });
  const count = Math.max(1, Math.ceil(told.length / variablesPerPart));
  return Array.from({ length: count }, (_, seqNo) => {
    const monitor = told.slice(seqNo * variablesPerPart, (seqNo + 1) * variablesPerPart);
    const generatedAt = new Date(controls.now()).toISOString();
    return {
      action: "NotifyMonitoringReport",
      urgent: true,
      build: () => ({
        requestId,
        seqNo,
        generatedAt,
        tbc: seqNo < count - 1,
        ...(monitor.length > 0 && { monitor }),
      }),
    };
  });
}

/** Which criterion asks for monitors of a type. */
export function criterionOf(type: MonitorType): (typeof criteria)[number] {
  if (type === "Delta") return "DeltaMonitoring";
  return type === "UpperThreshold" || type === "LowerThreshold" ? "ThresholdMonitoring" : "PeriodicMonitoring";
}

const variablesPerPart = 12;

/** 2.1 also wants to know where a monitor comes from. */
function toldOf({ id, origin, severity, transaction, type, value }: Monitor, { version }: Controls) {
  const told = { id, severity, transaction, type, value };
  return version === "2.1" ? { ...told, eventNotificationType: origin } : told;
}
