import type { ChargingPeriod, ChargingSchedule } from "@chargehand/domain/charging/profile";
import { parseTimestamp } from "../time";

/** A schedule as both families of versions say it; the later ones say more. */
export interface WireSchedule {
  id?: number;
  duration?: number;
  startSchedule?: string;
  chargingRateUnit: "A" | "W";
  minChargingRate?: number;
  chargingSchedulePeriod: WirePeriod[];
}

export interface WirePeriod {
  startPeriod: number;
  limit?: number;
  numberPhases?: number;
}

/** What a schedule says, with what only its version knows kept as it was said. */
export function toSchedule(said: WireSchedule): ChargingSchedule {
  const { id, duration, startSchedule, chargingRateUnit, minChargingRate, chargingSchedulePeriod, ...more } = said;
  return {
    ...(id !== undefined && { id }),
    ...(startSchedule !== undefined && { startsAt: toMoment(startSchedule) }),
    ...(duration !== undefined && { durationSeconds: duration }),
    unit: chargingRateUnit,
    ...(minChargingRate !== undefined && { minimum: minChargingRate }),
    periods: chargingSchedulePeriod.map(toPeriod),
    ...rest(more),
  };
}

export function toPeriod({ startPeriod, limit, numberPhases, ...more }: WirePeriod): ChargingPeriod {
  return {
    start: startPeriod,
    ...(limit !== undefined && { limit }),
    ...(numberPhases !== undefined && { phases: numberPhases }),
    ...rest(more),
  };
}

/** A time as JSON keeps it; what is no time stays as it was said. */
export const toMoment = (text: string): string => parseTimestamp(text)?.date.toISOString() ?? text;

/** What is left of something that was said, if anything is. */
export const rest = (more: object): { more?: object } => (Object.keys(more).length > 0 ? { more } : {});

/** A schedule in the words of both; what was kept as it was said goes back as it was. */
export const fromSchedule = ({ startsAt, durationSeconds, unit, minimum, periods, more }: ChargingSchedule) => ({
  ...more,
  duration: durationSeconds,
  startSchedule: startsAt,
  chargingRateUnit: unit,
  minChargingRate: minimum,
  chargingSchedulePeriod: periods.map(fromPeriod),
});

export const fromPeriod = ({ start, limit, phases, more }: ChargingPeriod) => ({
  ...more,
  startPeriod: start,
  limit,
  numberPhases: phases,
});
