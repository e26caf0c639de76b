import { type Addresses, addressesOf } from "./addresses";
import { type House, makeHouse, type Started } from "./house";
import type { Mode } from "./programs";
import { step } from "./progress.mjs";
import { Sentence } from "./sentence";
import { readSettings, type Settings } from "./settings";

/** Runs everything in this terminal until Ctrl-C, SIGTERM, or until a part of it ends by itself. */
export async function runHouse({ mode, prepare }: { mode: Mode; prepare: () => Promise<void> }): Promise<void> {
  let house: House | undefined;
  let asked = false;
  const end = async (code: number) => {
    await house?.stop().catch((error: unknown) => complain(error));
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // A terminal's Ctrl-C comes twice: from itself and through npm.
      if (asked) return;
      asked = true;
      process.stdout.write("\nStopping …\n");
      void end(0);
    });
  }

  try {
    const settings = readSettings(process.env);
    house = makeHouse({ settings, mode, step });
    void house.broken.then((sentence) => {
      complain(new Sentence(sentence));
      void end(1);
    });
    await house.claim();
    await prepare();
    const started = await house.start();
    process.stdout.write(welcome(addressesOf(settings), settings, started));
  } catch (error) {
    complain(error);
    await end(1);
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
