import type { Car } from "./car";
import { Meter } from "./meter";
import { drawnWatts, type Flow, flowOf, offeredWatts, type Pause, type Supply } from "./supply";

/** Everything a meter and a car can tell at one moment. */
export type Reading = {
  /** Simulated time, milliseconds. */
  at: number;
  wh: number;
  flow: Flow;
  offeredWatts: number;
  /** State of charge in percent; over alternating current no charger knows it. */
  chargePercent: number | undefined;
};

/**
 * One EVSE as physics sees it: a supply, a meter, perhaps a car, and a contactor. It is brought up to a moment by
 * `advanceTo`, in steps small enough for the charging curve, so it costs nothing while nobody looks.
 */
export class Bay {
  readonly supply: Supply;
  readonly meter: Meter;
  car: Car | undefined;
  /** State of charge of that car now. */
  charge = 0;
  /** Energy can flow only through a closed contactor. */
  closed = false;
  /** The station's own limit. */
  limitWatts: number | undefined;
  /** What charging profiles allow. */
  allowedWatts: number | undefined;
  #now: number;

  constructor(options: { supply: Supply; meterStartWh: number; now: number }) {
    this.supply = options.supply;
    this.meter = new Meter(options.meterStartWh);
    this.#now = options.now;
  }

  plugIn(car: Car): void {
    this.car = car;
    this.charge = car.charge;
  }

  unplug(): void {
    this.closed = false;
    this.car = undefined;
    this.charge = 0;
  }

  /** Integrates power up to then. Time that went backwards is ignored. */
  advanceTo(then: number): void {
    while (this.#now < then) {
      const end = this.closed && this.car ? Math.min(then, this.#now + stepMilliseconds) : then;
      this.#step((end - this.#now) / 1000);
      this.#now = end;
    }
  }

  get watts(): number {
    return this.closed && this.car ? drawnWatts(this.supply, this.#mostWatts, this.car, this.charge) : 0;
  }

  /** Why nothing flows through a closed contactor; undefined when energy flows or nothing could. */
  get pause(): Pause | undefined {
    if (!this.closed || !this.car || this.watts > 0) return undefined;
    return offeredWatts(this.supply, this.#mostWatts) > 0 ? "by-car" : "by-station";
  }

  reading(): Reading {
    const { car, charge, supply } = this;
    return {
      at: this.#now,
      wh: this.meter.wh,
      flow: flowOf(supply, this.watts, car, charge, gridWobble(this.#now)),
      offeredWatts: this.closed ? offeredWatts(supply, this.#mostWatts) : 0,
      chargePercent: car && supply.current === "DC" ? charge * 100 : undefined,
    };
  }

  get #mostWatts(): number {
    return Math.min(this.limitWatts ?? Number.POSITIVE_INFINITY, this.allowedWatts ?? Number.POSITIVE_INFINITY);
  }

  #step(seconds: number): void {
    const watts = this.watts;
    if (watts === 0 || !this.car) return;
    const wantedWh = ((this.car.wantedCharge - this.charge) * this.car.batteryWh) / efficiency;
    const wh = Math.min(wantedWh, (watts * seconds) / 3600);
    this.meter.count((wh * 3600) / seconds, seconds);
    // Lands exactly on the driver's limit: rounding must not leave the car a breath below it for ever.
    this.charge = wh === wantedWh ? this.car.wantedCharge : this.charge + (wh * efficiency) / this.car.batteryWh;
  }
}

const stepMilliseconds = 5_000;

/** Of each watt-hour metered, this much arrives in the battery. */
const efficiency = 0.93;

/** The grid is never quite still: a slow swing of two volts around nominal. */
function gridWobble(now: number): number {
  return 1.3 * Math.sin(now / 47_000) + 0.7 * Math.sin(now / 7_300);
}
