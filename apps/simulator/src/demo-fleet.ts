import { type DemoStation, demoPlan, demoTokens } from "./demo-plan";
import { Fleet } from "./fleet";
import type { LedgerOptions } from "./ledger";
import { ratedWatts } from "./physics/supply";
import { seedOf } from "./random";
import type { StationOptions } from "./station-options";
import { realClock } from "./time/real-clock";
import { paces } from "./traffic";

export type DemoOptions = {
  count: number;
  url: string;
  password: string | undefined;
  seed: number;
  speed: number;
  ledger: LedgerOptions;
};

/** The demo network, alive: calm traffic, a broken connector or two, one line that fails now and then. */
export function demoFleet(options: DemoOptions): Fleet {
  const plan = demoPlan(options.count);
  const fleet = new Fleet({
    stations: plan.map((station) => stationOptions(station, options)),
    pace: paces.calm,
    tokens: demoTokens.map(({ value }) => value),
    connectPerSecond: 25,
    seed: options.seed,
  });
  for (const [index, { broken }] of plan.entries()) {
    if (broken) void fleet.stations[index]?.fault(broken.evse, broken.code);
  }
  return fleet;
}

function stationOptions(station: DemoStation, { ledger, password, seed, speed, url }: DemoOptions): StationOptions {
  const { availabilityBy, broken: _, evses, site: __, unsteady, ...about } = station;
  return {
    ...about,
    url,
    secret: password,
    speed,
    seed: seedOf(seed, station.identity),
    ledger,
    evses: evses.map((evse) => ({ ...evse, meterStartWh: registerByNow(ratedWatts(evse.supply)) })),
    availabilityBy,
    chatty: true,
    settings: { sampleMs: 10_000 },
    faults: { dropEvery: unsteady ? 4 * 60_000 : 0 },
  };
}

/**
 * A register must not fall when the demo is started again, yet nothing is kept between two runs. So it begins at what it
 * would stand at had the charger been in steady use since it was installed, which is more than the demo ever charges.
 */
function registerByNow(watts: number): number {
  const hours = Math.max(0, (realClock.now() - installed) / 3_600_000);
  return Math.floor(Math.min(watts, 100_000) * 0.4 * hours);
}

const installed = Date.UTC(2025, 0, 1);
