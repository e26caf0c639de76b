/** What the grid can ask of a station that gives energy back: how it reacts, what it may give, when it lets go. */
export const gridControlTypes = [
  "enter-service",
  "freq-droop",
  "freq-watt",
  "fixed-pf-absorb",
  "fixed-pf-inject",
  "fixed-var",
  "gradients",
  "hf-must-trip",
  "hf-may-trip",
  "hv-must-trip",
  "hv-mom-cess",
  "hv-may-trip",
  "limit-max-discharge",
  "lf-must-trip",
  "lv-must-trip",
  "lv-mom-cess",
  "lv-may-trip",
  "power-monitoring-must-trip",
  "volt-var",
  "volt-watt",
  "watt-pf",
  "watt-var",
] as const;
export type GridControlType = (typeof gridControlTypes)[number];

/** An order how a station behaves towards the grid, as it holds it. */
export interface GridControl {
  id: string;
  type: GridControlType;
  /** It holds in general; otherwise for a while. */
  isDefault: boolean;
  /** Another one goes before it. */
  superseded: boolean;
  /** Lower goes first. */
  priority?: number;
  startsAt?: string;
  durationSeconds?: number;
  /** The order itself, as it was said. */
  order: object;
}

/** Whether an order that holds for a while has begun, or is over. */
export interface GridControlRun {
  control: string;
  started: boolean;
  at: string;
  /** Those that wait meanwhile. */
  superseded: string[];
}

/** Something is wrong with the grid, as the station sees it. */
export interface GridAlarm {
  type: GridControlType;
  /** In the station's words. */
  fault?: string;
  info?: string;
  since: string;
}
