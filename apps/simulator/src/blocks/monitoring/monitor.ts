import type { ComponentName, Variable, VariableName } from "../../dialects/ocpp2/variable";

/** What a station can watch; 2.1 knows two more, which need target values that this station does not keep. */
export const monitorTypes = ["UpperThreshold", "LowerThreshold", "Delta", "Periodic", "PeriodicClockAligned"] as const;

export type MonitorType = (typeof monitorTypes)[number];

export type Monitor = {
  id: number;
  component: ComponentName;
  variable: VariableName;
  type: MonitorType;
  /** A limit, a difference, or a span in seconds. */
  value: number;
  severity: number;
  /** Watches only while a transaction runs there. */
  transaction: boolean;
  origin: "PreconfiguredMonitor" | "CustomMonitor";
  watched: Variable;
  /** A threshold: beyond it at the last look. */
  exceeded: boolean;
  /** The value that a difference is counted from. */
  reference: string | undefined;
  /** Periodic: when it is to tell next. */
  dueAt: number;
};

/** What a monitor has to tell after a look. */
export type Finding = { trigger: "Alerting" | "Delta" | "Periodic"; cleared?: boolean };

/** Looks at the value as it is now, and remembers it. */
export function look(monitor: Monitor, actual: string, now: number): Finding | undefined {
  return looks[monitor.type](monitor, actual, now);
}

/** When a periodic monitor that begins now is due first. */
export function firstDue(type: MonitorType, value: number, now: number): number {
  const span = value * 1000;
  return type === "PeriodicClockAligned" ? now - (now % span) + span : now + span;
}

const looks = {
  UpperThreshold: (monitor, actual) => crossing(monitor, Number(actual) > monitor.value),
  LowerThreshold: (monitor, actual) => crossing(monitor, Number(actual) < monitor.value),
  Delta(monitor, actual) {
    const { reference, value, watched } = monitor;
    monitor.reference ??= actual;
    if (reference === undefined || reference === actual) return undefined;
    if (isNumeric(watched) && Math.abs(Number(actual) - Number(reference)) < value) return undefined;
    monitor.reference = actual;
    return { trigger: "Delta" };
  },
  Periodic: periodic,
  PeriodicClockAligned: periodic,
} satisfies Record<MonitorType, (monitor: Monitor, actual: string, now: number) => Finding | undefined>;

export function isNumeric({ dataType }: Variable): boolean {
  return dataType === "integer" || dataType === "decimal";
}

/** Told once when it is crossed, and once when that is over. */
function crossing(monitor: Monitor, beyond: boolean): Finding | undefined {
  if (beyond === monitor.exceeded) return undefined;
  monitor.exceeded = beyond;
  return { trigger: "Alerting", ...(!beyond && { cleared: true }) };
}

function periodic(monitor: Monitor, _actual: string, now: number): Finding | undefined {
  if (now < monitor.dueAt) return undefined;
  // In its own rhythm, and no matter how long nobody looked.
  const span = monitor.value * 1000;
  monitor.dueAt += Math.ceil((now - monitor.dueAt + 1) / span) * span;
  return { trigger: "Periodic" };
}
