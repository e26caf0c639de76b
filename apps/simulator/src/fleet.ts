import type { Version } from "./dialects/dialect";
import type { LedgerOptions } from "./ledger";
import { Random, seedOf } from "./random";
import { VirtualStation } from "./station";
import type { StationOptions } from "./station-options";
import type { Cancel, Clock } from "./time/clock";
import { realClock } from "./time/real-clock";
import { type Pace, Traffic } from "./traffic";

export type FleetOptions = {
  stations: StationOptions[];
  /** How cars come and go; none come when left out. */
  pace?: Pace;
  tokens?: readonly string[];
  /** New connections a second while the fleet starts. */
  connectPerSecond?: number;
  clock?: Clock;
  seed?: number;
};

/** Many stations living by themselves. */
export class Fleet {
  readonly stations: VirtualStation[];
  #options: FleetOptions;
  #clock: Clock;
  #traffic: Traffic[] = [];
  #ramp: Cancel | undefined;

  constructor(options: FleetOptions) {
    this.#options = options;
    this.#clock = options.clock ?? realClock;
    this.stations = options.stations.map((station) => new VirtualStation(station));
  }

  /** Connects station after station at the given rate, and lets the cars come. */
  start(): void {
    const { connectPerSecond = 50 } = this.#options;
    let next = 0;
    const step = (): void => {
      const station = this.stations[next];
      const own = this.#options.stations[next];
      if (!station || !own) return;
      next += 1;
      station.run();
      this.#letCarsCome(station, own);
      this.#ramp = this.#clock.after(1000 / connectPerSecond, step);
    };
    step();
  }

  /** Resolves when every station was accepted, whatever became of its line since; rejects when the time is up. */
  async accepted(timeoutMs = 60_000): Promise<void> {
    const end = Date.now() + timeoutMs;
    while (this.totals().accepted < this.stations.length) {
      if (Date.now() > end) throw new Error(`only ${this.totals().accepted} of ${this.stations.length} were accepted`);
      await new Promise<void>((resolve) => realClock.after(50, resolve));
    }
  }

  /** What the fleet is doing now, and what it said so far. */
  totals() {
    const sum = (count: (station: VirtualStation) => number): number =>
      this.stations.reduce((total, station) => total + count(station), 0);
    return {
      stations: this.stations.length,
      online: sum(({ online }) => Number(online)),
      accepted: sum(({ registration }) => Number(registration === "Accepted")),
      transactions: sum(({ charger }) => charger.running.length),
      charging: sum(({ charger }) => charger.running.filter(({ state }) => state === "charging").length),
      backlog: sum(({ backlog }) => backlog),
      sent: sum(({ ledger }) => ledger.counts.sent),
      acknowledged: sum(({ ledger }) => ledger.counts.acknowledged),
      errored: sum(({ ledger }) => ledger.counts.errored),
      commands: sum(({ ledger }) => ledger.counts.received),
    };
  }

  stop(): void {
    this.#ramp?.();
    for (const traffic of this.#traffic) traffic.stop();
    for (const station of this.stations) station.stop();
  }

  #letCarsCome(station: VirtualStation, { speed = 1 }: StationOptions): void {
    const { pace, seed = 1, tokens = ["SIMULATED"] } = this.#options;
    if (!pace) return;
    const random = new Random(seedOf(seed, station.identity));
    const traffic = new Traffic({ station, clock: this.#clock, speed, random, pace, tokens });
    this.#traffic.push(traffic);
    traffic.start();
  }
}

export type FleetPlan = {
  count: number;
  url: string;
  versions?: Version[];
  /** Identities are the prefix and a number of at least four digits, from 1. */
  prefix?: string;
  seed?: number;
  speed?: number;
  secretOf?: (identity: string) => string | undefined;
  ledger?: LedgerOptions;
  /** Anything else, the same for every station. */
  common?: Partial<StationOptions>;
};

/** Options for so many stations of the given versions in turn. */
export function fleetStations(plan: FleetPlan): StationOptions[] {
  const { common, count, ledger = { keep: "counts" }, prefix = "CS-", secretOf, seed = 1, speed, url } = plan;
  const versions: Version[] = plan.versions?.length ? plan.versions : ["1.6", "2.0.1", "2.1"];
  return Array.from({ length: count }, (_, index) => {
    const identity = `${prefix}${String(index + 1).padStart(4, "0")}`;
    const version = versions[index % versions.length] ?? "1.6";
    const own = { identity, version, url, speed, ledger, secret: secretOf?.(identity), seed: seedOf(seed, identity) };
    return { ...common, ...own };
  });
}
