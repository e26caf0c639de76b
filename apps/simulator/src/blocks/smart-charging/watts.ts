import { nominalVolts, type Supply } from "../../physics/supply";
import type { Period, Unit } from "./profile";

/** What a period allows in watts, at one supply. The station does not switch phases: amperes count on all it has. */
export function wattsOf({ curve, limit }: Period, unit: Unit, supply: Supply, signal: number): number | undefined {
  if (curve) return Math.max(0, interpolated(curve, signal));
  return limit === undefined ? undefined : limit * wattsPer(unit, supply);
}

/** One unit at a supply, in watts. */
export function wattsPer(unit: Unit, supply: Supply): number {
  if (unit === "W") return 1;
  return supply.current === "AC" ? nominalVolts * supply.phases : supply.volts;
}

/** Divides a total: nobody gets more than he can use, and what one leaves is for the others. */
export function shares(total: number, wants: number[]): number[] {
  const given = wants.map(() => 0);
  const hungry = wants.map((want, index) => ({ want, index })).toSorted((one, other) => one.want - other.want);
  let left = total;
  for (const [place, { want, index }] of hungry.entries()) {
    const share = Math.min(want, left / (hungry.length - place));
    given[index] = share;
    left -= share;
  }
  return given;
}

function interpolated(curve: { signal: number; watts: number }[], signal: number): number {
  const points = curve.toSorted((one, other) => one.signal - other.signal);
  const above = points.find((point) => point.signal >= signal);
  const below = points.findLast((point) => point.signal <= signal);
  if (!above || !below) return (above ?? below)?.watts ?? 0;
  if (above.signal === below.signal) return below.watts;
  const share = (signal - below.signal) / (above.signal - below.signal);
  return below.watts + share * (above.watts - below.watts);
}
