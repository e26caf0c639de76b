/** What a station does with the power of a session that may also give back; without one it charges. */
export const operationModes = [
  "idle",
  "charging-only",
  "central-setpoint",
  "external-setpoint",
  "external-limits",
  "central-frequency",
  "local-frequency",
  "local-load-balancing",
] as const;
export type OperationMode = (typeof operationModes)[number];

/**
 * Rates in the schedule's unit. Watts are the sum of all phases, amperes are on each of them; where a rate of the second
 * or the third phase is named, the plain one is that of the first.
 */
export interface Rates {
  limit?: number;
  limitL2?: number;
  limitL3?: number;
  /** What the car may give back: below zero. */
  discharge?: number;
  dischargeL2?: number;
  dischargeL3?: number;
  /** What the car is to follow; below zero it gives back. */
  setpoint?: number;
  setpointL2?: number;
  setpointL3?: number;
}

/** A span of a schedule, until the next one begins. */
export interface ChargingPeriod extends Rates {
  /** Seconds from the schedule's start. */
  start: number;
  /** How many phases it counts on. */
  phases?: number;
  /** The one phase it is to be on, where it is on one: 1 to 3. */
  phase?: number;
  mode?: OperationMode;
  /** What else was said of it, as it was said: curves, reactive power. */
  more?: object;
}
