import type { ChargingUnit } from "./profile";

/** What a charging rate is converted by, where two units meet. */
export interface Supply {
  volts: number;
  phases: number;
}

/** The network we know best: 230 V between a phase and neutral, on three phases. */
export const usualSupply: Supply = { volts: 230, phases: 3 };

/** A rate in another unit: watts are the sum of all phases, amperes are on each of them. */
export function convertRate(
  rate: number,
  {
    from,
    to,
    phases,
    supply = usualSupply,
  }: { from: ChargingUnit; to: ChargingUnit; phases?: number; supply?: Supply },
): number {
  if (from === to) return rate;
  const wattsPerAmpere = supply.volts * (phases ?? supply.phases);
  return to === "W" ? rate * wattsPerAmpere : rate / wattsPerAmpere;
}
