import type { KnownSupply } from "@chargehand/domain/charging/known-supply";
import { nominalVolts, type Supply } from "@chargehand/domain/charging/rate";

/** What limits at a place are converted by, and how that is known. */
export interface PlaceSupply extends Supply {
  direct: boolean;
  /** The station did not tell, so a person is asked, and may think again. */
  isAsked: boolean;
  /** The voltage is the usual one, since none was measured. */
  isUsual: boolean;
  phasesFrom?: "variables" | "readings" | "person";
}

/** What a station told of a place, with what a person said where it did not: so many phases, or 0 for direct current. */
export function placeSupply(known: KnownSupply | undefined, said: number | undefined): PlaceSupply {
  if (known?.direct || (said === 0 && known?.phases === undefined)) {
    return { direct: true, isUsual: false, isAsked: !known?.direct };
  }
  const { phases = said, volts = nominalVolts } = known ?? {};
  return {
    direct: false,
    isAsked: known?.phases === undefined,
    volts,
    isUsual: known?.volts === undefined,
    ...(phases !== undefined && { phases, phasesFrom: known?.phasesFrom ?? "person" }),
  };
}
