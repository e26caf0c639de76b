import type { ChargingPeriod } from "./period";

/** What a profile is for: a limit of the whole station, what sessions get unless told otherwise, one session's own. */
export const chargingPurposes = ["station-max", "default", "session", "external", "priority", "generation"] as const;
export type ChargingPurpose = (typeof chargingPurposes)[number];

export const chargingKinds = ["absolute", "recurring", "relative", "dynamic"] as const;
export type ChargingKind = (typeof chargingKinds)[number];

/** Watts in total, or amperes on each phase. */
export const chargingUnits = ["W", "A"] as const;
export type ChargingUnit = (typeof chargingUnits)[number];

/** A charging profile as a station holds it, in one form for every version. It is kept as JSON, so times are text. */
export interface ChargingProfile {
  id: number;
  /** 0 is the station; a default there holds for every evse. */
  evse: number;
  purpose: ChargingPurpose;
  /** Within a purpose the highest that says something rules. */
  stackLevel: number;
  kind: ChargingKind;
  recurrence?: "daily" | "weekly";
  validFrom?: string;
  /** The first moment at which it is not valid any more. */
  validTo?: string;
  /** The session it is for, by its name on the wire. */
  session?: string;
  /** Who set it, where that is not us, in the station's words. */
  source?: string;
  /** One; up to three for a car to choose from. */
  schedules: ChargingSchedule[];
  /** What else was said of it, as it was said. */
  more?: object;
}

export interface ChargingSchedule {
  id?: number;
  /** Without it the schedule counts from where charging began. */
  startsAt?: string;
  /** The same by the clock on the station's own wall, which has summer and winter: `2026-05-01T22:00:00`. */
  wallStart?: string;
  durationSeconds?: number;
  /** Each period begins by chance up to so many seconds later. */
  delaySeconds?: number;
  /** What holds once the battery is so full, in percent. */
  beyondCharge?: { charge: number; limit: number };
  unit: ChargingUnit;
  /** Below this the car had better not charge. */
  minimum?: number;
  periods: ChargingPeriod[];
  more?: object;
}

/** The limits of a span of time as a station says that it will obey them. */
export interface ReportedSchedule {
  evse: number;
  startsAt: string;
  durationSeconds: number;
  unit: ChargingUnit;
  periods: ChargingPeriod[];
}

/** A limit that somebody else than us set: a building, a grid operator. */
export interface ExternalLimit {
  evse: number;
  /** In the station's words: `EMS`, `SO` … */
  source: string;
  gridCritical?: boolean;
  /** What is made on the spot, on top of the limits. */
  generation?: boolean;
  schedules: ChargingSchedule[];
}
