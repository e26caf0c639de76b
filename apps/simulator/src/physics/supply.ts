import { acceptedWatts, type Car, packVolts } from "./car";

/** What stands behind a plug. */
export type Supply =
  | { current: "AC"; phases: 1 | 3; amps: number }
  | { current: "DC"; watts: number; amps: number; volts: number };

/** Electricity flowing now: the total and each phase (direct current has one "phase"). */
export type Flow = { watts: number; phases: PhaseFlow[] };

export type PhaseFlow = { volts: number; amps: number; watts: number };

/** Why no energy flows although everything is closed: the car has had enough, or the station gives nothing. */
export type Pause = "by-car" | "by-station";

export const nominalVolts = 230;

/** The least current that may be offered over alternating current (IEC 61851); below it a station must pause. */
const leastAmps = 6;

export function ratedWatts(supply: Supply): number {
  return supply.current === "AC" ? supply.amps * nominalVolts * supply.phases : supply.watts;
}

/** How much the station offers under a limit in watts. */
export function offeredWatts(supply: Supply, limitWatts: number | undefined): number {
  const offered = Math.min(ratedWatts(supply), limitWatts ?? Number.POSITIVE_INFINITY);
  if (supply.current === "AC" && offered < leastAmps * nominalVolts) return 0;
  return Math.max(0, offered);
}

/** What a car draws from a supply: the smallest of station, cable, on-board charger and battery. */
export function drawnWatts(supply: Supply, limitWatts: number | undefined, car: Car, charge: number): number {
  const offered = offeredWatts(supply, limitWatts);
  const accepted = acceptedWatts(car, charge);
  if (supply.current === "DC") return Math.min(offered, accepted, supply.amps * packVolts(car, charge));

  const phases = usedPhases(supply, car);
  const stationAmps = offered / (nominalVolts * supply.phases);
  const carAmps = car.acWatts / (nominalVolts * car.acPhases);
  return Math.min(accepted, phases * nominalVolts * Math.min(stationAmps, carAmps));
}

/** The flow on every phase of the supply. `wobble` is the grid's own unrest, some volts up or down. */
export function flowOf(supply: Supply, watts: number, car: Car | undefined, charge: number, wobble: number): Flow {
  if (supply.current === "DC") {
    const volts = car ? packVolts(car, charge) : 0;
    return { watts, phases: [{ volts, amps: volts > 0 ? watts / volts : 0, watts }] };
  }
  const used = car ? usedPhases(supply, car) : 0;
  const phases = Array.from({ length: supply.phases }, (_, index) => {
    const volts = nominalVolts + wobble * (1 - index * 0.4);
    const share = index < used ? watts / used : 0;
    return { volts, amps: share / volts, watts: share };
  });
  return { watts, phases };
}

function usedPhases(supply: { phases: 1 | 3 }, car: Car): number {
  return Math.min(supply.phases, car.acPhases);
}
