import type { Random } from "../random";

/** A car as a charger meets it. Powers are what the car can take at most; what it does take falls as it fills. */
export type Car = {
  batteryWh: number;
  /** State of charge at arrival, 0 to 1. */
  charge: number;
  /** The driver's limit: the car stops taking energy here. */
  wantedCharge: number;
  /** The on-board charger. */
  acWatts: number;
  acPhases: 1 | 3;
  /** What the battery takes at most, by direct current. */
  batteryWatts: number;
  /** Constant power up to this state of charge, then a taper. */
  taperFrom: number;
  /** Pack voltage when empty and full. */
  packVolts: [empty: number, full: number];
};

/** A plain family car, half empty: for tests that do not care which. */
export const ordinaryCar: Car = {
  batteryWh: 60_000,
  charge: 0.4,
  wantedCharge: 1,
  acWatts: 11_000,
  acPhases: 3,
  batteryWatts: 120_000,
  taperFrom: 0.8,
  packVolts: [340, 410],
};

/** What the battery accepts at this state of charge: constant power, then a straight fall to a trickle. */
export function acceptedWatts(car: Car, charge: number): number {
  if (charge >= car.wantedCharge) return 0;
  if (charge <= car.taperFrom) return car.batteryWatts;
  const left = (1 - charge) / (1 - car.taperFrom);
  return car.batteryWatts * (trickle + (1 - trickle) * left);
}

export function packVolts(car: Car, charge: number): number {
  const [empty, full] = car.packVolts;
  return empty + (full - empty) * charge;
}

/** A car from the street: small and large, old and new, single and three phase. */
export function randomCar(random: Random): Car {
  const model = random.pick(...street);
  return {
    ...model,
    charge: random.between(0.08, 0.6),
    wantedCharge: random.chance(0.6) ? 0.8 : 1,
    taperFrom: random.between(0.55, 0.82),
  };
}

/** Of the battery's peak power, what it still takes when it is all but full. */
const trickle = 0.04;

type Model = Pick<Car, "batteryWh" | "acWatts" | "acPhases" | "batteryWatts" | "packVolts">;

const street: [Model, ...Model[]] = [
  { batteryWh: 24_000, acWatts: 3_700, acPhases: 1, batteryWatts: 40_000, packVolts: [300, 390] },
  { batteryWh: 40_000, acWatts: 7_400, acPhases: 1, batteryWatts: 50_000, packVolts: [310, 400] },
  { batteryWh: 52_000, acWatts: 22_000, acPhases: 3, batteryWatts: 90_000, packVolts: [330, 405] },
  { batteryWh: 60_000, acWatts: 11_000, acPhases: 3, batteryWatts: 120_000, packVolts: [340, 410] },
  { batteryWh: 77_000, acWatts: 11_000, acPhases: 3, batteryWatts: 135_000, packVolts: [340, 410] },
  { batteryWh: 82_000, acWatts: 11_000, acPhases: 3, batteryWatts: 170_000, packVolts: [340, 405] },
  { batteryWh: 77_400, acWatts: 11_000, acPhases: 3, batteryWatts: 230_000, packVolts: [640, 790] },
  { batteryWh: 95_000, acWatts: 22_000, acPhases: 3, batteryWatts: 270_000, packVolts: [650, 820] },
];
