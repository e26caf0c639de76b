import type { Changes } from "./change";
import type { TimedEvent } from "./event";
import type { Exception, Outcome } from "./outcome";
import type { ReportType } from "./report";
import type { StationState } from "./station-state";

/** Everything that follows from a report. Nothing of it is true before the journal has committed it. */
export interface Decision<T extends ReportType = ReportType> {
  state: StationState;
  outcome: Outcome<T> | Exception;
  changes: Changes;
  events: TimedEvent[];
  /** Marks the frame so that the session's messages, and a repeated one's first copy, can be found. */
  session?: number;
  sequence?: number;
  /** For a person reading the frame: a tolerance that was used, a repetition, a doubt. */
  notes: string[];
}

/** The circumstances of a decision, all handed in. */
export interface Circumstances {
  receivedAt: Date;
  unknownTokens: "accept" | "reject";
  /** The message's payload as JSON text, to tell a repetition from a reused number. */
  payload: string;
}

/** The decision that only answers. */
export const nothing = <T extends ReportType>(state: StationState, outcome: Outcome<T> | Exception): Decision<T> => ({
  state,
  outcome,
  changes: {},
  events: [],
  notes: [],
});
