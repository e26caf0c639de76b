import { z } from "zod";
import type { Controls } from "../../charger/controls";
import { componentName, variableName } from "../../dialects/ocpp2/selection";
import { keyOf } from "../../dialects/ocpp2/variable";
import { findVariable } from "../../dialects/ocpp2/variables";
import type { JsonObject } from "../../json";
import { firstDue, isNumeric, type Monitor, type MonitorType, monitorTypes } from "./monitor";

export const wantedMonitor = z.object({
  id: z.int().optional(),
  type: z.enum([...monitorTypes, "TargetDelta", "TargetDeltaRelative"]),
  value: z.number(),
  severity: z.int(),
  transaction: z.boolean().default(false),
  component: componentName,
  variable: variableName,
  periodicEventStream: z.object({ interval: z.int().optional(), values: z.int().optional() }).optional(),
});

export type WantedMonitor = z.infer<typeof wantedMonitor>;

/** Sets one monitor and tells how that went, in the words of 2.x. */
export function setMonitor(wanted: WantedMonitor, controls: Controls): { result: JsonObject; monitor?: Monitor } {
  const { component, severity, type, variable } = wanted;
  const checked = check(wanted, controls);
  const same = { component, severity, type, variable };
  if ("status" in checked) {
    const { reasonCode, status } = checked;
    return { result: { status, ...same, ...(reasonCode !== undefined && { statusInfo: { reasonCode } }) } };
  }
  const monitor = controls.blocks.monitoring.put(checked);
  return { result: { status: "Accepted", ...same, id: monitor.id }, monitor };
}

type Refusal = { status: string; reasonCode?: string };

function check(wanted: WantedMonitor, controls: Controls): Refusal | (Omit<Monitor, "id"> & { id?: number }) {
  const { component, id, periodicEventStream, severity, transaction, type, value, variable } = wanted;
  const { monitoring } = controls.blocks;
  const watched = findVariable(wanted, controls);
  if (typeof watched === "string") return { status: watched };
  if (!isOurs(type) || !watched.supportsMonitoring) return { status: "UnsupportedMonitorType" };
  const isThreshold = type === "UpperThreshold" || type === "LowerThreshold";
  if (isThreshold && !isNumeric(watched)) return { status: "UnsupportedMonitorType" };
  const { minLimit = Number.NEGATIVE_INFINITY, maxLimit = Number.POSITIVE_INFINITY } = watched;
  const least = type === "Delta" ? 0 : 1;
  if (isThreshold ? value < minLimit || value > maxLimit : value < least) return outOfRange;
  if (severity < 0 || severity > 9) return outOfRange;

  const older = id === undefined ? undefined : monitoring.all.find((monitor) => monitor.id === id);
  const key = keyOf(component, variable);
  const isSame = (monitor: Monitor): boolean => keyOf(monitor.component, monitor.variable) === key;
  if (id !== undefined && !(older && isSame(older))) return { status: "Rejected", reasonCode: "UnknownMonitor" };
  const twin = monitoring.all.some(
    (monitor) => monitor.id !== id && isSame(monitor) && monitor.type === type && monitor.severity === severity,
  );
  if (twin) return { status: "Duplicate" };
  if (periodicEventStream && monitoring.streams.full) return { status: "Rejected", reasonCode: "NoSpace" };

  const now = controls.now();
  return {
    id,
    component: watched.component,
    variable: watched.variable,
    watched,
    type,
    value,
    severity,
    transaction,
    origin: "CustomMonitor",
    exceeded: false,
    reference: watched.read?.(controls),
    dueAt: firstDue(type, value, now),
  };
}

const outOfRange: Refusal = { status: "Rejected", reasonCode: "ValueOutOfRange" };

function isOurs(type: WantedMonitor["type"]): type is MonitorType {
  return type !== "TargetDelta" && type !== "TargetDeltaRelative";
}
