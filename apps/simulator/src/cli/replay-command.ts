import { readFileSync } from "node:fs";
import { Command } from "commander";
import type { Version } from "../dialects/dialect";
import { env } from "../env";
import { replay } from "../replay";
import { parsePositive, parseUrl, parseVersion } from "./parse-options";

type Options = { id?: string; version?: Version; url: string; secret?: string; pace?: number };

/** The station's part of a capture, played again. */
export const replayCommand = new Command("replay")
  .description(
    "Plays what a station said in a capture, as the console copies and exports it, or plain frames line by line.",
  )
  .argument("[file]", "the capture; standard input when left out")
  .option("--id <identity>", "whose part to play; the capture's own station when left out")
  .option("--version <version>", "1.6, 2.0.1 or 2.1; the capture's own when left out", parseVersion)
  .option("--url <address>", "the gateway, without identity", parseUrl, `ws://localhost:${env.GATEWAY_PORT}/ocpp`)
  .option("--secret <text>", "its secret (1.6: hex)")
  .option("--pace <factor>", "1 as it was, 10 ten times faster; as fast as answers come when left out", parsePositive)
  .action(run);

async function run(file: string | undefined, { id: identity, ...options }: Options): Promise<void> {
  const { sent, answered, obliged } = await replay(readFileSync(file ?? 0, "utf8"), {
    identity,
    ...options,
    onFrame: (from, text) => console.log(`${from === "station" ? "→" : "←"} ${text}`),
  });
  console.log(
    `${sent} calls, ${answered} of them answered; ${obliged} calls of the other side answered as they were then`,
  );
  process.exit(answered > 0 || sent === 0 ? 0 : 1);
}
