/** Why what holds cannot be computed here. */
export type Unknown =
  /** Amperes meet watts, and on how many phases, or at which voltage, nobody told. */
  | "phases"
  | "volts"
  /** Two want different phases. */
  | "phase"
  /** A time in it is none, or is the station's own, which it did not tell. */
  | "time"
  | "local-time"
  /** It follows what somebody else says, or how full the car is, or chance. */
  | "mode"
  | "charge"
  | "delay"
  /** The car chooses among several, or several set what it is to follow. */
  | "choice"
  /** There is more of it than is followed here. */
  | "length";

/** Each reason once. */
export const reasonsOf = (...lists: readonly (readonly Unknown[])[]): Unknown[] => [...new Set(lists.flat())];
