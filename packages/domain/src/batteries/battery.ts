import type { TokenRef } from "../vocabulary";

/** A battery in a slot of a station that swaps them. */
export interface Battery {
  /** The slot. */
  evse: number;
  serialNumber: string;
  /** In percent: how full it is, and what is left of its capacity. */
  charge: number;
  health: number;
  producedAt?: string;
  info?: string;
  since: string;
}

/** The last of each: batteries brought, batteries taken, and batteries that were not taken in time. */
export interface BatterySwap {
  requestId: number;
  what: "in" | "out" | "not-taken";
  token: TokenRef;
  batteries: { evse: number; serialNumber: string; charge: number; health: number }[];
  at: string;
}
