import type { ChargingUnit } from "./profile";

/** What a charging rate is converted by where two units meet, as far as it is known. */
export interface Supply {
  /** Between a phase and neutral. */
  volts?: number;
  /** Those that a car can really get. */
  phases?: number;
}

/** The voltage of most networks, for a first look at what is not told. */
export const nominalVolts = 230;

/** A rate in another unit: watts are the sum of all phases, amperes are on each of them. Undefined where it is unknown. */
export function convertRate(
  rate: number,
  { from, to, volts, phases }: { from: ChargingUnit; to: ChargingUnit } & Supply,
): number | undefined {
  if (from === to) return rate;
  if (!volts || !phases) return undefined;
  const wattsPerAmpere = volts * phases;
  return to === "W" ? rate * wattsPerAmpere : rate / wattsPerAmpere;
}

/** The phases that a rate is really on: what is named, but no more than there are. */
export function phasesOf(named: number | undefined, there: number | undefined): number | undefined {
  if (named === undefined || there === undefined) return named === 1 ? 1 : there;
  return Math.min(named, there);
}
