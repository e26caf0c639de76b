import type { ChargingKind, ChargingProfile, ChargingPurpose, ChargingUnit } from "@chargehand/domain/charging/profile";

/** A profile while it is being written. Rates are as people say them: in kilowatts or amperes. */
export interface ProfileDraft {
  id: number;
  evse: number;
  purpose: ChargingPurpose;
  stackLevel: number;
  kind: ChargingKind;
  recurrence: "daily" | "weekly";
  startsAt: string;
  /** Hours; not a number: without an end. */
  hours: number;
  unit: ChargingUnit;
  validFrom?: string;
  validTo?: string;
  periods: readonly PeriodDraft[];
}

export interface PeriodDraft {
  key: number;
  /** Hours after the start of the schedule. */
  hours: number;
  /** Not a number: none. */
  limit: number;
  setpoint: number;
  discharge: number;
  phases?: number;
}

type ProfileFault = "rates" | "order" | "first" | "one" | "start" | "relative" | "session" | "validity";

/** What would keep a station from taking it; the first of these is shown. */
export function faultOf(draft: ProfileDraft, { hasSession }: { hasSession: boolean }): ProfileFault | undefined {
  const { kind, periods, purpose, validFrom, validTo } = draft;
  const starts = periods.map(({ hours }) => hours);
  if (purpose === "session" && !hasSession) return "session";
  if (kind === "relative" && purpose === "station-max") return "relative";
  if (kind !== "relative" && kind !== "dynamic" && Number.isNaN(Date.parse(draft.startsAt))) return "start";
  if (kind === "dynamic" && periods.length > 1) return "one";
  if (starts[0] !== 0) return "first";
  if (starts.some((hours, index) => !(index === 0 || hours > (starts[index - 1] ?? 0)))) return "order";
  if (periods.some((period) => !hasRate(period))) return "rates";
  if (validFrom && validTo && Date.parse(validFrom) >= Date.parse(validTo)) return "validity";
  return undefined;
}

const hasRate = ({ limit, setpoint }: PeriodDraft) => Number.isFinite(limit) || Number.isFinite(setpoint);

/** The profile that a draft says. */
export function profileOf(draft: ProfileDraft): ChargingProfile {
  const { id, evse, purpose, stackLevel, kind, recurrence, unit, validFrom, validTo } = draft;
  const rate = (value: number) => (unit === "W" ? Math.round(value * 1000) : value);
  return {
    ...{ id, evse, purpose, stackLevel, kind },
    ...(kind === "recurring" && { recurrence }),
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
    schedules: [
      {
        id: 1,
        ...((kind === "absolute" || kind === "recurring") && { startsAt: draft.startsAt }),
        ...(Number.isFinite(draft.hours) && { durationSeconds: Math.round(draft.hours * 3600) }),
        unit,
        periods: draft.periods.map(({ hours, limit, setpoint, discharge, phases }) => ({
          start: Math.round(hours * 3600),
          ...(Number.isFinite(limit) && { limit: rate(limit) }),
          ...(Number.isFinite(setpoint) && { setpoint: rate(setpoint), mode: "central-setpoint" as const }),
          ...(Number.isFinite(discharge) && { discharge: rate(discharge) }),
          ...(phases !== undefined && { phases }),
        })),
      },
    ],
  };
}

/** All that would be held with a profile: it takes the place of its number, and of its like. */
export const heldWith = (profiles: readonly ChargingProfile[], profile: ChargingProfile): ChargingProfile[] => [
  ...profiles.filter(
    (each) =>
      each.id !== profile.id &&
      (each.purpose !== profile.purpose || each.stackLevel !== profile.stackLevel || each.evse !== profile.evse),
  ),
  profile,
];

/** A number that no profile has, and that is not of those set with one word. */
export function freeNumber(profiles: readonly ChargingProfile[]): number {
  const taken = new Set(profiles.map(({ id }) => id));
  return Array.from({ length: taken.size + 1 }, (_, index) => index + 1).find((id) => !taken.has(id)) ?? 1;
}
