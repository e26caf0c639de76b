import type { JsonObject } from "../../json";

export type Purpose = "station-max" | "local-generation" | "default" | "transaction" | "priority";

/** A span of a schedule, until the next one begins. */
export type Period = {
  /** Seconds from the schedule's start. */
  start: number;
  /** In the schedule's unit; undefined limits nothing. */
  limit: number | undefined;
  /** The power that a signal of the grid asks for; it takes the place of the limit. */
  curve?: { signal: number; watts: number }[];
};

/** Watts in total, or amperes on each phase. */
export type Unit = "W" | "A";

/** A charging profile as the station obeys it. Moments are milliseconds since 1970. */
export type Profile = {
  id: number;
  stackLevel: number;
  purpose: Purpose;
  kind: "absolute" | "recurring" | "relative" | "dynamic";
  /** The span after which it recurs. */
  everyMs: number | undefined;
  validFrom: number | undefined;
  validTo: number | undefined;
  startsAt: number | undefined;
  durationMs: number | undefined;
  unit: Unit;
  periods: Period[];
  /** As it came: what a report shows. */
  wire: JsonObject;
};

/** A profile at its place; EVSE 0 is the station. */
export type Installed = Profile & {
  evse: number;
  /** The transaction that it is for, by the station's own count. */
  transaction: number | undefined;
};

export const mostProfiles = 20;
export const mostPeriods = 24;
export const highestStackLevel = 8;
