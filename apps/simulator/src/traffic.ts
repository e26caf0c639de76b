import type { Evse } from "./charger/evse";
import { randomCar } from "./physics/car";
import type { Random } from "./random";
import type { VirtualStation } from "./station";
import type { Cancel, Clock } from "./time/clock";

/** How cars come and go, in simulated milliseconds. */
export type Pace = {
  /** Mean time that a place stands empty. */
  emptyMs: number;
  /** Shortest and longest stay of a car. */
  stayMs: [least: number, most: number];
  /** This share of the places gets a car as soon as the station stands. */
  startFull: number;
  /** Within what time those first cars come. */
  startWithinMs: number;
};

const minute = 60_000;

export const paces = {
  /** A town on a weekday: about a third of the places charge at any moment. */
  calm: { emptyMs: 55 * minute, stayMs: [10 * minute, 45 * minute], startFull: 0.35, startWithinMs: minute / 2 },
  /** A motorway on the first day of the holidays. */
  busy: { emptyMs: 4 * minute, stayMs: [6 * minute, 20 * minute], startFull: 0.8, startWithinMs: minute },
  /** Nothing a network ever sees: sessions of seconds, for load. */
  rush: { emptyMs: 5_000, stayMs: [10_000, 40_000], startFull: 0.9, startWithinMs: 10_000 },
} as const satisfies Record<string, Pace>;

export type TrafficOptions = {
  station: VirtualStation;
  clock: Clock;
  speed: number;
  random: Random;
  pace: Pace;
  tokens: readonly string[];
};

/** The drivers of one station: they come, plug in, present a token, wait, and leave. */
export class Traffic {
  #options: TrafficOptions;
  #timers = new Map<Evse, Cancel>();

  constructor(options: TrafficOptions) {
    this.#options = options;
  }

  start(): void {
    const { pace, random, station } = this.#options;
    for (const evse of station.charger.evses) {
      const first = random.chance(pace.startFull);
      const wait = first ? random.between(0, pace.startWithinMs) : random.exponential(pace.emptyMs);
      this.#later(evse, wait, () => this.#arrive(evse));
    }
    // Whoever was started from afar stands beside the charger already.
    station.onAwaitingCar = (evse) => this.#later(evse, random.between(4_000, 15_000), () => this.#plugIn(evse));
  }

  stop(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    this.#options.station.onAwaitingCar = undefined;
  }

  #arrive(evse: Evse): void {
    const { random, station } = this.#options;
    if (evse.pluggedInto || !station.charger.isOperative(evse)) {
      this.#leaveEmpty(evse);
      return;
    }
    // Some present the card first and fumble with the cable afterwards.
    if (random.chance(0.25)) {
      this.#present(evse);
      return;
    }
    this.#plugIn(evse);
    this.#later(evse, random.between(3_000, 20_000), () => this.#present(evse));
  }

  #plugIn(evse: Evse): void {
    const { random, station } = this.#options;
    if (evse.pluggedInto) return;
    const working = evse.connectors.filter(({ fault, operative }) => operative && fault === undefined);
    const connector = working[random.integer(0, working.length - 1)];
    if (!connector) {
      this.#leaveEmpty(evse);
      return;
    }
    void station.plugIn(evse.id, { car: randomCar(random), connector: connector.id });
    if (evse.transaction || evse.authorisation) this.#stay(evse);
  }

  #present(evse: Evse): void {
    const { random, station, tokens } = this.#options;
    const token = tokens[random.integer(0, tokens.length - 1)];
    if (token === undefined || evse.transaction?.token) {
      this.#stay(evse);
      return;
    }
    station.presentToken(evse.id, token).then((result) => {
      if (result === "refused") this.#later(evse, random.between(5_000, 20_000), () => this.#leave(evse));
      else if (evse.pluggedInto) this.#stay(evse);
      // Otherwise the station awaits the car, and it will come.
    });
  }

  #stay(evse: Evse): void {
    const { pace, random, station, tokens } = this.#options;
    this.#later(evse, random.between(...pace.stayMs), () => {
      const own = evse.transaction?.token?.value;
      // Most end it with their card; some just pull the cable.
      if (own !== undefined && tokens.includes(own) && random.chance(0.8)) void station.presentToken(evse.id, own);
      this.#later(evse, random.between(5_000, 30_000), () => this.#leave(evse));
    });
  }

  #leave(evse: Evse): void {
    void this.#options.station.unplug(evse.id);
    this.#leaveEmpty(evse);
  }

  #leaveEmpty(evse: Evse): void {
    const { pace, random } = this.#options;
    this.#later(evse, random.exponential(pace.emptyMs), () => this.#arrive(evse));
  }

  #later(evse: Evse, simulatedMs: number, task: () => void): void {
    const { clock, speed } = this.#options;
    this.#timers.get(evse)?.();
    this.#timers.set(evse, clock.after(simulatedMs / speed, task));
  }
}
