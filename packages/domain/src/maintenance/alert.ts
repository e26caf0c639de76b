import type { VariableRef } from "../variable";
import type { EventOrigin } from "./monitor";

/** Something about a station that is not as it should be, as one of its variables told; it is held until it is cleared. */
export interface Alert {
  variable: VariableRef;
  /** What the variable said, in the station's own words. */
  actual: string;
  /** 0 is danger, 9 is for debugging; absent where the station says none and the monitor is not known. */
  severity?: number;
  since: string;
  monitor?: number;
  session?: string;
  origin?: EventOrigin;
  /** What the maker of the station calls it. */
  code?: string;
  info?: string;
}

/** What an event says of an alert. */
export type AlertInBrief = Pick<Alert, "variable" | "actual" | "severity" | "code" | "info">;
