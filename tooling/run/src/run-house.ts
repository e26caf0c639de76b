import { type Addresses, addressesOf } from "./addresses";
import { type House, makeHouse, type Started } from "./house";
import type { Mode } from "./programs";
import { step } from "./progress.mjs";
import { Sentence } from "./sentence";
import { readSettings, type Settings } from "./settings";

/** Runs everything in this terminal until Ctrl-C, SIGTERM, or until a part of it ends by itself. */
export async function runHouse({ mode, prepare }: { mode: Mode; prepare: () => Promise<void> }): Promise<void> {
  let house: House | undefined;
  let ending = false;
  // Only the first reason to end counts: what follows from it (a start cut short, a child that went) is no news.
  const end = async (code: number, farewell: () => void) => {
    if (ending) return;
    ending = true;
    farewell();
    await house?.stop().catch(complain);
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void end(0, () => process.stdout.write("\nStopping …\n")));
  }

  try {
    const settings = readSettings(process.env);
    house = makeHouse({ settings, mode, step });
    void house.broken.then((sentence) => end(1, () => complain(new Sentence(sentence))));
    await house.claim();
    await prepare();
    const started = await house.start();
    process.stdout.write(welcome(addressesOf(settings), settings, started));
  } catch (error) {
    await end(1, () => complain(error));
  }
}

function welcome(
  { console, consoleOnLan, stations }: Addresses,
  { admin, dataDir }: Settings,
  started: Started,
): string {
  const password = admin.generated ? `${admin.password}   (shown only now)` : "as set by ADMIN_PASSWORD";
  const lines = [
    ["Console", console],
    ...(consoleOnLan === undefined ? [] : [["on this network", consoleOnLan]]),
    ["Stations dial", `${stations}/<station id>`],
    ...(started.operatorMade
      ? [
          ["E-mail", admin.email],
          ["Password", password],
        ]
      : []),
    ["Data and logs", dataDir],
  ];
  const width = Math.max(...lines.map(([name = ""]) => name.length));
  const shown = lines.map(([name = "", value]) => `  ${name.padEnd(width)}   ${value}`).join("\n");
  return `\n${shown}\n\n  Ctrl-C stops everything.\n`;
}

function complain(error: unknown): void {
  const text =
    error instanceof Sentence ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`\n${text}\n`);
}
