import type { ChargingSchedule } from "@chargehand/domain/charging/profile";
import { parseTimestamp } from "../time";
import { fromPeriod, toPeriod, type WirePeriod } from "./period";
import { rest } from "./rest";

/** A schedule as both families of versions say it; the later ones say more. */
export interface WireSchedule {
  id?: number;
  duration?: number;
  startSchedule?: string;
  chargingRateUnit: "A" | "W";
  minChargingRate?: number;
  chargingSchedulePeriod: WirePeriod[];
  useLocalTime?: boolean;
  randomizedDelay?: number;
  limitAtSoC?: { soc: number; limit: number };
}

/** What a schedule says, with what only its version knows kept as it was said. */
export function toSchedule(said: WireSchedule): ChargingSchedule {
  const { id, duration, startSchedule, chargingRateUnit, minChargingRate, chargingSchedulePeriod, ...others } = said;
  const { useLocalTime, randomizedDelay, limitAtSoC, ...more } = others;
  return {
    ...(id !== undefined && { id }),
    ...(startSchedule !== undefined && startOf(startSchedule, useLocalTime)),
    ...(duration !== undefined && { durationSeconds: duration }),
    ...(randomizedDelay && { delaySeconds: randomizedDelay }),
    ...(limitAtSoC && { beyondCharge: { charge: limitAtSoC.soc, limit: limitAtSoC.limit } }),
    unit: chargingRateUnit,
    ...(minChargingRate !== undefined && { minimum: minChargingRate }),
    periods: chargingSchedulePeriod.map(toPeriod),
    ...rest(more),
  };
}

/** By the station's own wall the offset that is written does not count. */
function startOf(said: string, byWall = false): Pick<ChargingSchedule, "startsAt" | "wallStart"> {
  const wall = byWall ? /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(said)?.[0] : undefined;
  return wall === undefined ? { startsAt: toMoment(said) } : { wallStart: wall };
}

/** A time as JSON keeps it; what is no time stays as it was said. */
export const toMoment = (text: string): string => parseTimestamp(text)?.date.toISOString() ?? text;

/** A schedule in the words of both; what was kept as it was said goes back as it was. */
export const fromSchedule = ({ startsAt, wallStart, delaySeconds, beyondCharge, ...schedule }: ChargingSchedule) => ({
  ...schedule.more,
  duration: schedule.durationSeconds,
  startSchedule: wallStart === undefined ? startsAt : `${wallStart}Z`,
  // Older versions have no such names, not even for nothing.
  ...(wallStart !== undefined && { useLocalTime: true }),
  ...(delaySeconds !== undefined && { randomizedDelay: delaySeconds }),
  ...(beyondCharge && { limitAtSoC: { soc: beyondCharge.charge, limit: beyondCharge.limit } }),
  chargingRateUnit: schedule.unit,
  minChargingRate: schedule.minimum,
  chargingSchedulePeriod: schedule.periods.map(fromPeriod),
});
