import type { VariableRef } from "../variable";
import type { EventOrigin } from "./monitor";

/** One of a station's variables has something to tell: by a monitor, or because its maker wanted it so. */
export interface StationEvent {
  variable: VariableRef;
  /** What it is now, in the station's own words. */
  actual: string;
  at: Date;
  /** Beyond its threshold, changed, or told from time to time. */
  trigger: "alerting" | "delta" | "periodic";
  /** What alerted before is over. */
  cleared?: boolean;
  monitor?: number;
  severity?: number;
  session?: string;
  origin?: EventOrigin;
  code?: string;
  info?: string;
}
