import { createInterface } from "node:readline";
import { Command } from "commander";
import type { Version } from "../dialects/dialect";
import { env } from "../env";
import type { LedgerEntry } from "../ledger";
import { VirtualStation } from "../station";
import { realClock } from "../time/real-clock";
import type { Faults } from "../wire/faults";
import { LedgerFile } from "./ledger-file";
import { parseCount, parseFault, parsePositive, parseUrl, parseVersion } from "./parse-options";
import { runUntilSignal } from "./run-until-signal";
import { runStep } from "./script";

type Options = {
  id: string;
  version: Version;
  url: string;
  secret?: string;
  kind: string;
  evses: number;
  seed: number;
  speed: number;
  sampleSeconds: number;
  do?: string;
  say?: string[];
  exit?: true;
  fault: Partial<Faults>;
  ledger?: string;
  insecure?: true;
};

/** One station, ordered about by a script or by hand. */
export const stationCommand = new Command("station")
  .description("One station. Type what happens to it (`help` lists the words), or give --do.")
  .option("--id <identity>", "its identity", "CS-9001")
  .option("--version <version>", "1.6, 2.0.1 or 2.1", parseVersion, "2.0.1")
  .option("--url <address>", "the gateway, without identity", parseUrl, `ws://localhost:${env.GATEWAY_PORT}/ocpp`)
  .option("--secret <text>", "its secret (1.6: hex)")
  .option("--kind <ac|dc>", "what stands behind the plugs", "ac")
  .option("--evses <n>", "how many", parseCount, 2)
  .option("--seed <n>", "the seed", parseCount, 1)
  .option("--speed <factor>", "how much faster than the clock cars charge", parsePositive, 1)
  .option("--sample-seconds <n>", "time between two samples of a transaction", parseCount, 10)
  .option("--do <script>", "steps, separated by semicolons")
  .option("--say <action...>", "say an action after the script, with a payload of its own making or the JSON behind it")
  .option("--exit", "end after the script")
  .option("--fault <name=value>", "order a fault; may be repeated", parseFault, {})
  .option("--ledger <file>", "append everything sent and acknowledged, as NDJSON")
  .option("--insecure", "accept any server certificate")
  .action(run);

async function run(options: Options): Promise<void> {
  const file = options.ledger === undefined ? undefined : new LedgerFile(options.ledger);
  const station = new VirtualStation({
    identity: options.id,
    version: options.version,
    url: options.url,
    secret: options.secret,
    insecure: options.insecure,
    seed: options.seed,
    speed: options.speed,
    faults: options.fault,
    settings: { sampleMs: options.sampleSeconds * 1000 },
    evses: Array.from({ length: options.evses }, () => places[options.kind === "dc" ? "dc" : "ac"]),
    ledger: {
      keep: "counts",
      write(line) {
        file?.write(line);
        const entry: LedgerEntry = JSON.parse(line);
        console.log(readable(entry));
      },
    },
  });
  const end = async (): Promise<void> => {
    station.stop();
    await file?.close();
  };
  runUntilSignal(end);

  const script = [...(options.do?.split(";") ?? []), ...sayings(options.say ?? [])];
  if (script.length === 0) station.run();
  else {
    console.log(`boot: ${await station.connect()}`);
    let failed = false;
    for (const step of script) failed = !(await take(step, station)) || failed;
    if (options.exit) {
      await end();
      process.exit(failed ? 1 : 0);
    }
  }
  for await (const line of createInterface({ input: process.stdin })) await take(line, station);
}

const places = {
  ac: { supply: { current: "AC", phases: 3, amps: 32 }, connectors: [{ type: "sType2" }] },
  dc: { supply: { current: "DC", watts: 150_000, amps: 375, volts: 920 }, connectors: [{ type: "cCCS2" }] },
} as const satisfies Record<string, NonNullable<ConstructorParameters<typeof VirtualStation>[0]["evses"]>[number]>;

/** A word in braces is the payload of the action before it. */
function sayings(words: string[]): string[] {
  const steps: string[] = [];
  for (const word of words) {
    if (steps.length > 0 && word.trimStart().startsWith("{")) steps.push(`${steps.pop()} ${word}`);
    else steps.push(`say ${word}`);
  }
  return steps;
}

/** What goes wrong with one step is told; the station lives on. */
async function take(step: string, station: VirtualStation): Promise<boolean> {
  try {
    const told = await runStep(step, { station, clock: realClock });
    if (told !== undefined) console.log(told);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function readable(entry: LedgerEntry): string {
  const { at, station: _, kind, ...rest } = entry;
  return `${at.slice(11, 23)}  ${kind.padEnd(14)} ${JSON.stringify(rest)}`;
}
