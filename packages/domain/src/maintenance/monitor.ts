import type { VariableRef } from "../variable";

/** When a monitor speaks: beyond a value, after a change, or from time to time (its value is the seconds). */
export const monitorKinds = [
  "above",
  "below",
  "change",
  "every",
  "every-by-the-clock",
  "off-target",
  "off-target-by-part",
] as const;
export type MonitorKind = (typeof monitorKinds)[number];

/** Which monitors a station starts from: all that it was made with, its usual ones, or those that cannot be removed. */
export const monitoringBases = ["all", "factory-default", "hard-wired-only"] as const;
export type MonitoringBase = (typeof monitoringBases)[number];

/** A watch that a station keeps over one of its variables. */
export interface Monitor {
  id: number;
  variable: VariableRef;
  kind: MonitorKind;
  value: number;
  /** 0 is danger, 9 is for debugging. */
  severity: number;
  /** Only while somebody charges there. */
  whileCharging?: boolean;
  origin?: EventOrigin;
}

/** Who wanted to be told: the maker of the station, for good or as a usual setting, or we. */
export type EventOrigin = "hard-wired" | "hard-wired-monitor" | "preconfigured" | "custom";

/** The least severe alert that wants a person; what is less is a notice. */
export const leastWanted = 6;
