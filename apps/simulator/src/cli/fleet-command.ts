import { Command } from "commander";
import { openDemoControl } from "../demo-control";
import { demoFleet } from "../demo-fleet";
import { demoPlan } from "../demo-plan";
import type { Version } from "../dialects/dialect";
import { env } from "../env";
import { Fleet, fleetStations } from "../fleet";
import type { LedgerOptions } from "../ledger";
import { paces } from "../traffic";
import type { Faults } from "../wire/faults";
import { LedgerFile } from "./ledger-file";
import { parseCount, parseFault, parsePositive, parseUrl, parseVersions, readSecrets } from "./parse-options";
import { runUntilSignal } from "./run-until-signal";

type Options = {
  demo?: true;
  stations: number;
  versions: Version[];
  url: string;
  prefix: string;
  seed: number;
  speed: number;
  pace: string;
  sampleSeconds: number;
  connectRate: number;
  password?: string;
  secretFile?: string;
  ledger?: string;
  fault: Partial<Faults>;
  quiet?: true;
  controlPort?: number;
};

/** Many stations with a life of their own. */
export const fleetCommand = new Command("fleet")
  .description("Many stations that live by themselves: cars come, charge and leave.")
  .option("--demo", "the demo network: fixed stations CS-0001…, calm traffic, a fault here and there")
  .option("--stations <n>", "how many", parseCount, 25)
  .option("--versions <list>", "versions in turn", parseVersions, ["1.6", "2.0.1", "2.1"])
  .option("--url <address>", "the gateway, without identity", parseUrl, `ws://localhost:${env.GATEWAY_PORT}/ocpp`)
  .option("--prefix <text>", "identities are this and a number", "CS-")
  .option("--seed <n>", "the same seed gives the same fleet", parseCount, 1)
  .option("--speed <factor>", "how much faster than the clock cars come and charge", parsePositive, 1)
  .option("--pace <name>", `how cars come: ${Object.keys(paces).join(", ")}, none`, "calm")
  .option("--sample-seconds <n>", "time between two samples of a transaction", parseCount, 60)
  .option("--connect-rate <n>", "new connections a second at the start", parsePositive, 50)
  .option("--password <text>", "one secret for all (default: STATION_PASSWORD)")
  .option("--secret-file <file>", "secrets by station: JSON object, or lines identity:secret")
  .option("--ledger <file>", "append everything sent and acknowledged, as NDJSON")
  .option("--fault <name=value>", "order a fault; may be repeated", parseFault, {})
  .option("--quiet", "print nothing while all is well")
  .option("--control-port <n>", "with --demo: be asked for stations and trouble here, on loopback only", parseCount)
  .action(run);

async function run(options: Options): Promise<void> {
  const file = options.ledger === undefined ? undefined : new LedgerFile(options.ledger);
  const ledger: LedgerOptions = { keep: "counts", ...(file && { write: file.write }) };
  const fleet = options.demo ? theDemo(options, ledger) : aFleet(options, ledger);
  fleet.start();
  const control = options.demo && (await openControl(fleet, options));
  if (!options.quiet) setInterval(() => console.log(summary(fleet)), summaryMs).unref();
  runUntilSignal(async () => {
    control?.close();
    fleet.stop();
    await file?.close();
  });
}

/** Nobody can ask where no secret was agreed on. */
async function openControl(fleet: Fleet, { controlPort: port, stations, url }: Options) {
  const secret = env.CONTROL_SECRET;
  if (port === undefined || secret === undefined) return undefined;
  return openDemoControl({ fleet, plan: demoPlan(stations), url, port, secret });
}

function theDemo(
  { password = env.STATION_PASSWORD, seed, speed, stations, url }: Options,
  ledger: LedgerOptions,
): Fleet {
  return demoFleet({ count: stations, url, password, seed, speed, ledger });
}

function aFleet(options: Options, ledger: LedgerOptions): Fleet {
  const {
    connectRate,
    fault,
    pace,
    password = env.STATION_PASSWORD,
    prefix,
    sampleSeconds,
    seed,
    speed,
    url,
  } = options;
  const secrets = options.secretFile === undefined ? new Map<string, string>() : readSecrets(options.secretFile);
  return new Fleet({
    stations: fleetStations({
      count: options.stations,
      versions: options.versions,
      url,
      prefix,
      seed,
      speed,
      ledger,
      secretOf: (identity) => secrets.get(identity) ?? password,
      common: { faults: fault, settings: { sampleMs: sampleSeconds * 1000 } },
    }),
    pace: Object.entries(paces).find(([name]) => name === pace)?.[1],
    connectPerSecond: connectRate,
    seed,
  });
}

function summary(fleet: Fleet): string {
  const { acknowledged, backlog, charging, errored, online, sent, stations, transactions } = fleet.totals();
  const people = `${online}/${stations} stations online, ${transactions} transactions, ${charging} charging`;
  return `${people}; ${sent} sent, ${acknowledged} acknowledged, ${errored} refused, ${backlog} waiting`;
}

const summaryMs = 10_000;
